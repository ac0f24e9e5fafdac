import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const google = vendor({
  name: 'google',
  url: 'https://cloud.google.com/docs/authentication/api-keys',
  tokens: [
    {
      id: 'google-api-key',
      source: { url: 'https://learn.microsoft.com/en-us/purview/sit-defn-google-api-key', readOn: '2026-11-26' },
      keywords: ['aiza'],
      pattern: String.raw`AIza[\w-]{35}(?![\w-])`,
      example: () => `AIza${fake.base64url(1, 35)}`,
    },
    {
      id: 'google-oauth-client-secret',
      keywords: ['gocspx-'],
      pattern: String.raw`GOCSPX-[\w-]{28}(?![\w-])`,
      example: () => `GOCSPX-${fake.base64url(2, 28)}`,
    },
    {
      id: 'google-oauth-access-token',
      keywords: ['ya00.'],
      pattern: String.raw`ya29\.[\w-]{30,400}(?![\w-])`,
      example: () => `ya29.${fake.base64url(3, 120)}`,
    },
    {
      id: 'google-oauth-refresh-token',
      keywords: ['0//'],
      pattern: String.raw`1//0[\w-]{38,100}(?![\w-])`,
      example: () => `1//0${fake.base64url(4, 60)}`,
    },
    {
      id: 'google-storage-hmac-key',
      keywords: ['goog0e'],
      pattern: String.raw`GOOG1E[A-Z0-9]{55}(?!\w)`,
      example: () => `GOOG1E${fake.upper36(5, 55)}`,
    },
    {
      id: 'google-chat-webhook',
      keywords: ['chat.googleapis.com'],
      pattern: String.raw`chat\.googleapis\.com/v1/spaces/[\w-]{5,20}/messages\?key=[\w-]{20,60}&token=[\w%-]{20,80}`,
      example: () =>
        `https://«chat.googleapis.com/v1/spaces/AAAA${fake.base62(6, 7)}/messages?key=AIzaSy${fake.base62(7, 33)}&token=${fake.base64url(8, 43)}»`,
    },
  ],
});

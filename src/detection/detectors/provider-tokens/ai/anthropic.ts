import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const anthropic = vendor({
  name: 'anthropic',
  url: 'https://platform.claude.com/docs/en/get-api-key',
  readOn: '2026-11-25',
  tokens: [
    {
      id: 'anthropic-api-key',
      keywords: ['sk-ant-api'],
      pattern: String.raw`sk-ant-api\d\d-[\w-]{80,120}(?![\w-])`,
      example: () => `sk-ant-api03-${fake.base64url(1, 93)}AA`,
    },
    {
      id: 'anthropic-admin-key',
      keywords: ['sk-ant-admin'],
      pattern: String.raw`sk-ant-admin\d\d-[\w-]{80,120}(?![\w-])`,
      example: () => `sk-ant-admin01-${fake.base64url(2, 93)}AA`,
    },
    {
      id: 'anthropic-oauth-token',
      keywords: ['sk-ant-oat', 'sk-ant-ort'],
      pattern: String.raw`sk-ant-o[ar]t\d\d-[\w-]{80,120}(?![\w-])`,
      example: () => `sk-ant-oat01-${fake.base64url(3, 93)}AA`,
    },
    {
      id: 'anthropic-session-key',
      keywords: ['sk-ant-sid'],
      pattern: String.raw`sk-ant-sid\d\d-[\w-]{80,140}(?![\w-])`,
      example: () => `sk-ant-sid01-${fake.base64url(4, 86)}-${fake.base62(5, 6)}AA`,
    },
  ],
});

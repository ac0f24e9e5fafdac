import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const atlassian = vendor({
  name: 'atlassian',
  url: 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
  tokens: [
    {
      id: 'atlassian-api-token',
      keywords: ['atatt0'],
      pattern: String.raw`ATATT3[\w=-]{150,260}(?![\w=-])`,
      example: () => `ATATT3${fake.base64url(1, 180)}=${fake.upperHex(2, 8)}`,
    },
    {
      id: 'bitbucket-app-password',
      keywords: ['atbb'],
      pattern: String.raw`ATBB[A-Za-z0-9]{28,32}(?:[A-F0-9]{8})?(?!\w)`,
      example: () => `ATBB${fake.base62(3, 24)}${fake.upperHex(4, 8)}`,
    },
    {
      id: 'bitbucket-access-token',
      keywords: ['atctt0'],
      pattern: String.raw`ATCTT3[\w=-]{150,260}(?![\w=-])`,
      example: () => `ATCTT3${fake.base64url(5, 180)}=${fake.upperHex(6, 8)}`,
    },
    {
      id: 'trello-token',
      keywords: ['atta'],
      pattern: String.raw`ATTA[0-9a-fA-F]{72}(?!\w)`,
      example: () => `ATTA${fake.hex(7, 64)}${fake.upperHex(8, 8)}`,
    },
  ],
});

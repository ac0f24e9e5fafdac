import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const azure = vendor({
  name: 'azure',
  url: 'https://learn.microsoft.com/en-us/purview/sit-defn-azure-storage-account-key',
  tokens: [
    {
      id: 'azure-storage-account-key',
      source: {
        url: 'https://learn.microsoft.com/en-us/purview/sit-defn-azure-storage-account-key-generic',
        readOn: '2026-11-26',
      },
      keywords: ['accountkey', 'account-key', 'account_key', '.core.windows.net'],
      pattern: String.raw`(?:[aA]ccount[-_]?[kK]ey|\.core\.windows\.net)["']?[\s,:=)]{0,6}["']?([A-Za-z0-9+/]{86}==)`,
      example: () => `AccountName=acme;AccountKey=«${fake.base64(1, 86)}==»;EndpointSuffix=core.windows.net`,
      isInName: true,
    },
    {
      id: 'azure-shared-access-key',
      keywords: ['sharedaccesskey'],
      pattern: String.raw`SharedAccessKey\s{0,3}=\s{0,3}([A-Za-z0-9+/]{42,44}=?)(?![A-Za-z0-9+/])`,
      example: () => `SharedAccessKeyName=Root;SharedAccessKey=«${fake.base64(2, 43)}=»`,
    },
    {
      id: 'azure-sas-signature',
      keywords: ['sig='],
      pattern: String.raw`sig=([A-Za-z0-9%+/]{43,70}(?:%3[dD]|=))`,
      example: () => `?sv=2022-11-02&sp=r&sig=«${fake.base62(3, 43)}%3D»`,
    },
    {
      id: 'azure-client-secret',
      keywords: ['0q~'],
      pattern: String.raw`[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{31,34}(?![\w~.-])`,
      example: () => `${fake.base62(4, 3)}8Q~${fake.base64url(5, 34)}`,
      before: [3, 3],
    },
    {
      id: 'azure-devops-token',
      keywords: ['azdo'],
      pattern: String.raw`[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}(?!\w)`,
      example: () => `${fake.base62(6, 76)}AZDO${fake.base62(7, 4)}`,
      before: [76, 76],
    },
    {
      id: 'azure-storage-identifiable-key',
      keywords: ['+ast'],
      pattern: String.raw`[A-Za-z0-9+/]{76}\+ASt[A-Za-z0-9+/]{5,8}={0,2}`,
      example: () => `${fake.base62(8, 76)}+ASt${fake.base62(9, 6)}==`,
      before: [76, 76],
    },
    {
      id: 'azure-function-key',
      keywords: ['azfu'],
      pattern: String.raw`[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{5,8}={0,2}`,
      example: () => `${fake.base62(10, 44)}AzFu${fake.base62(11, 6)}==`,
      before: [44, 44],
    },
    {
      id: 'azure-search-key',
      keywords: ['azse'],
      pattern: String.raw`[A-Za-z0-9]{42}AzSe[A-Za-z0-9]{4,8}(?!\w)`,
      example: () => `${fake.base62(12, 42)}AzSe${fake.base62(13, 6)}`,
      before: [42, 42],
    },
    {
      id: 'azure-registry-key',
      keywords: ['+acr'],
      pattern: String.raw`[A-Za-z0-9+/]{42}\+ACR[A-Za-z0-9+/]{4,8}`,
      example: () => `${fake.base62(14, 42)}+ACR${fake.base62(15, 6)}`,
      before: [42, 42],
    },
    {
      id: 'azure-cosmos-key',
      keywords: ['acdb'],
      pattern: String.raw`[A-Za-z0-9+/]{76}ACDb[A-Za-z0-9+/]{5,8}={0,2}`,
      example: () => `${fake.base62(16, 76)}ACDb${fake.base62(17, 6)}==`,
      before: [76, 76],
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const jumpcloud = vendor({
  name: 'jumpcloud',
  url: 'https://docs.jumpcloud.com/api/2.0/index.html',
  tokens: [
    {
      id: 'jumpcloud-api-key',
      keywords: ['jca_'],
      pattern: String.raw`jca_[A-Za-z0-9]{36}(?!\w)`,
      example: () => `jca_${fake.base62(1, 36)}`,
    },
  ],
});

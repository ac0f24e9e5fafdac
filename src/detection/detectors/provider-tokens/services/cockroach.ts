import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const cockroach = vendor({
  name: 'cockroach',
  url: 'https://www.cockroachlabs.com/docs/cockroachcloud/managing-access',
  tokens: [
    {
      id: 'cockroach-api-key',
      keywords: ['ccdb0_'],
      pattern: String.raw`CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}(?!\w)`,
      example: () => `CCDB1_${fake.base62(1, 22)}_${fake.base62(2, 40)}`,
    },
  ],
});

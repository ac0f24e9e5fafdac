import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const circleci = vendor({
  name: 'circleci',
  url: 'https://circleci.com/docs/managing-api-tokens/',
  tokens: [
    {
      id: 'circleci-token',
      keywords: ['ccipat_', 'cciprj_'],
      pattern: String.raw`CCI(?:PAT|PRJ)_[A-Za-z0-9]{20,24}_[0-9a-f]{40}(?!\w)`,
      example: () => `CCIPAT_${fake.base62(1, 22)}_${fake.hex(2, 40)}`,
    },
  ],
});

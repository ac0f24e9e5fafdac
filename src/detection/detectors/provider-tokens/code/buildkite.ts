import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const buildkite = vendor({
  name: 'buildkite',
  url: 'https://buildkite.com/docs/platform/security/tokens',
  tokens: [
    {
      id: 'buildkite-token',
      keywords: ['bkua_', 'bkaj_', 'bkat_', 'bkar_', 'bkps_', 'bkct_'],
      pattern: String.raw`bk(?:ua|aj|at|ar|ps|ct)_[0-9a-zA-Z]{40,64}(?!\w)`,
      example: () => `bkua_${fake.hex(1, 40)}`,
    },
  ],
});

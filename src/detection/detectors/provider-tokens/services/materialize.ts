import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const materialize = vendor({
  name: 'materialize',
  url: 'https://materialize.com/docs/security/cloud/',
  tokens: [
    {
      id: 'materialize-app-password',
      keywords: ['mzp_'],
      pattern: String.raw`mzp_[0-9a-f]{64}(?!\w)`,
      example: () => `mzp_${fake.hex(1, 64)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const netlify = vendor({
  name: 'netlify',
  url: 'https://docs.netlify.com/api/get-started/',
  tokens: [
    {
      id: 'netlify-access-token',
      keywords: ['nfp_'],
      pattern: String.raw`nfp_[A-Za-z0-9]{36}(?!\w)`,
      example: () => `nfp_${fake.base62(1, 36)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const polar = vendor({
  name: 'polar',
  url: 'https://polar.sh/docs/integrate/oat',
  tokens: [
    {
      id: 'polar-access-token',
      keywords: ['polar_oat_', 'polar_pat_'],
      pattern: String.raw`polar_[op]at_[A-Za-z0-9]{40,60}(?!\w)`,
      example: () => `polar_oat_${fake.base62(1, 43)}`,
    },
  ],
});

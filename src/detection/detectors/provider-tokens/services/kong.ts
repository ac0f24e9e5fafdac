import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const kong = vendor({
  name: 'kong',
  url: 'https://developer.konghq.com/konnect-api/',
  tokens: [
    {
      id: 'kong-personal-token',
      keywords: ['kpat_', 'spat_'],
      pattern: String.raw`[ks]pat_[A-Za-z0-9]{40,60}(?!\w)`,
      example: () => `kpat_${fake.base62(1, 49)}`,
    },
  ],
});

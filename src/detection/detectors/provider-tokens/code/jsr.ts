import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const jsr = vendor({
  name: 'jsr',
  url: 'https://jsr.io/docs/publishing-packages',
  tokens: [
    {
      id: 'jsr-token',
      keywords: ['jsrp_', 'jsrd_'],
      pattern: String.raw`jsr[pd]_[A-Za-z0-9]{40,64}(?!\w)`,
      example: () => `jsrp_${fake.base62(1, 50)}`,
    },
  ],
});

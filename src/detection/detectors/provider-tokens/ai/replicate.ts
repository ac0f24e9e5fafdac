import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const replicate = vendor({
  name: 'replicate',
  url: 'https://replicate.com/docs/topics/security/api-tokens',
  tokens: [
    {
      id: 'replicate-api-token',
      keywords: ['r8_'],
      pattern: String.raw`r8_[A-Za-z0-9]{37}(?!\w)`,
      example: () => `r8_${fake.base62(1, 37)}`,
    },
  ],
});

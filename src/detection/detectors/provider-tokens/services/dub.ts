import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const dub = vendor({
  name: 'dub',
  url: 'https://dub.co/docs/api-reference/tokens',
  tokens: [
    {
      id: 'dub-api-key',
      keywords: ['dub_'],
      pattern: String.raw`dub_[A-Za-z0-9]{24}(?!\w)`,
      example: () => `dub_${fake.base62(1, 24)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const chromatic = vendor({
  name: 'chromatic',
  url: 'https://www.chromatic.com/docs/ci/',
  tokens: [
    {
      id: 'chromatic-project-token',
      keywords: ['chpt_'],
      pattern: String.raw`chpt_[0-9a-f]{12,24}(?!\w)`,
      example: () => `chpt_${fake.hex(1, 15)}`,
    },
  ],
});

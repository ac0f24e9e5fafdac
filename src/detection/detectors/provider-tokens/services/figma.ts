import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const figma = vendor({
  name: 'figma',
  url: 'https://www.figma.com/developers/api#access-tokens',
  tokens: [
    {
      id: 'figma-token',
      keywords: ['figd_', 'figo_', 'figor_', 'figoh_', 'figp_'],
      pattern: String.raw`fig(?:d|o|or|oh|p)_[\w-]{40,64}(?![\w-])`,
      example: () => `figd_${fake.base64url(1, 40)}`,
    },
  ],
});

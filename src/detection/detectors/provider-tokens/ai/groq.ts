import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const groq = vendor({
  name: 'groq',
  url: 'https://console.groq.com/docs/quickstart',
  tokens: [
    {
      id: 'groq-api-key',
      keywords: ['gsk_'],
      pattern: String.raw`gsk_[A-Za-z0-9]{52}(?!\w)`,
      example: () => `gsk_${fake.base62(1, 52)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const elevenlabs = vendor({
  name: 'elevenlabs',
  url: 'https://elevenlabs.io/docs/api-reference/authentication',
  tokens: [
    {
      id: 'elevenlabs-api-key',
      keywords: ['sk_'],
      pattern: String.raw`sk_[0-9a-f]{48}(?!\w)`,
      example: () => `sk_${fake.hex(1, 48)}`,
    },
  ],
});

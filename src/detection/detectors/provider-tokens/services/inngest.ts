import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const inngest = vendor({
  name: 'inngest',
  url: 'https://www.inngest.com/docs/platform/signing-keys',
  tokens: [
    {
      id: 'inngest-signing-key',
      keywords: ['signkey-'],
      pattern: String.raw`signkey-(?:prod|test|branch)-[0-9a-f]{32,64}(?!\w)`,
      example: () => `signkey-prod-${fake.hex(1, 64)}`,
    },
  ],
});

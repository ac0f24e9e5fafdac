import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const firecrawl = vendor({
  name: 'firecrawl',
  url: 'https://docs.firecrawl.dev/introduction',
  tokens: [
    {
      id: 'firecrawl-api-key',
      keywords: ['fc-'],
      pattern: String.raw`fc-[0-9a-f]{32}(?![\w-])`,
      example: () => `fc-${fake.hex(1, 32)}`,
    },
  ],
});

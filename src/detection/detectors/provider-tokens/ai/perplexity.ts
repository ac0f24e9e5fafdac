import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const perplexity = vendor({
  name: 'perplexity',
  url: 'https://docs.perplexity.ai/guides/getting-started',
  tokens: [
    {
      id: 'perplexity-api-key',
      keywords: ['pplx-'],
      pattern: String.raw`pplx-[A-Za-z0-9]{40,64}(?![\w-])`,
      example: () => `pplx-${fake.base62(1, 48)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const stability = vendor({
  name: 'stability',
  url: 'https://platform.stability.ai/docs/api-reference',
  tokens: [
    {
      id: 'stability-api-key',
      keywords: ['sk-'],
      pattern: String.raw`sk-[A-Za-z0-9]{40,60}(?![\w-])`,
      example: () => `sk-${fake.base62(1, 48)}`,
    },
  ],
});

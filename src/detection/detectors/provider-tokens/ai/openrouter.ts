import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const openrouter = vendor({
  name: 'openrouter',
  url: 'https://openrouter.ai/docs/api-reference/authentication',
  tokens: [
    {
      id: 'openrouter-api-key',
      keywords: ['sk-or-v'],
      pattern: String.raw`sk-or-v\d-[0-9a-f]{64}(?!\w)`,
      example: () => `sk-or-v1-${fake.hex(1, 64)}`,
    },
  ],
});

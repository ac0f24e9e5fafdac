import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const cerebras = vendor({
  name: 'cerebras',
  url: 'https://inference-docs.cerebras.ai/quickstart',
  tokens: [
    {
      id: 'cerebras-api-key',
      keywords: ['csk-'],
      pattern: String.raw`csk-[a-z0-9]{48}(?![\w-])`,
      example: () => `csk-${fake.base36(1, 48)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const deepseek = vendor({
  name: 'deepseek',
  url: 'https://api-docs.deepseek.com/',
  tokens: [
    {
      id: 'deepseek-api-key',
      keywords: ['sk-'],
      pattern: String.raw`sk-[0-9a-f]{32}(?![\w-])`,
      example: () => `sk-${fake.hex(1, 32)}`,
    },
  ],
});

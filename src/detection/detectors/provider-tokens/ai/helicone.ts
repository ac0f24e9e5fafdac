import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const helicone = vendor({
  name: 'helicone',
  url: 'https://docs.helicone.ai/helicone-headers/helicone-auth',
  tokens: [
    {
      id: 'helicone-api-key',
      keywords: ['sk-helicone-'],
      pattern: String.raw`sk-helicone-[a-z0-9-]{24,48}(?![\w-])`,
      example: () => `sk-helicone-${fake.base36(1, 7)}-${fake.base36(2, 7)}-${fake.base36(3, 7)}-${fake.base36(4, 7)}`,
    },
  ],
});

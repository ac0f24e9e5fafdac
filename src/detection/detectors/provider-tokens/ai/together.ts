import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const together = vendor({
  name: 'together',
  url: 'https://docs.together.ai/docs/quickstart',
  tokens: [
    {
      id: 'together-api-key',
      keywords: ['tgp_v'],
      pattern: String.raw`tgp_v\d_[\w-]{43}(?![\w-])`,
      example: () => `tgp_v1_${fake.base62(1, 43)}`,
    },
  ],
});

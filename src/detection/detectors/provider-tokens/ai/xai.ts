import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const xai = vendor({
  name: 'xai',
  url: 'https://docs.x.ai/docs/overview',
  tokens: [
    {
      id: 'xai-api-key',
      keywords: ['xai-'],
      pattern: String.raw`xai-[A-Za-z0-9]{70,90}(?![\w-])`,
      example: () => `xai-${fake.base62(1, 80)}`,
    },
  ],
});

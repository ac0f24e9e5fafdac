import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const nvidia = vendor({
  name: 'nvidia',
  url: 'https://docs.api.nvidia.com/nim/reference/llm-apis',
  tokens: [
    {
      id: 'nvidia-api-key',
      keywords: ['nvapi-'],
      pattern: String.raw`nvapi-[\w-]{60,72}(?![\w-])`,
      example: () => `nvapi-${fake.base64url(1, 64)}`,
    },
  ],
});

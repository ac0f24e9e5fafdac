import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const llamacloud = vendor({
  name: 'llamacloud',
  url: 'https://docs.cloud.llamaindex.ai/api_key',
  tokens: [
    {
      id: 'llamacloud-api-key',
      keywords: ['llx-'],
      pattern: String.raw`llx-[A-Za-z0-9]{44,56}(?![\w-])`,
      example: () => `llx-${fake.base62(1, 48)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const langfuse = vendor({
  name: 'langfuse',
  url: 'https://langfuse.com/docs/api',
  tokens: [
    {
      id: 'langfuse-secret-key',
      keywords: ['sk-lf-'],
      pattern: String.raw`sk-lf-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])`,
      example: () => `sk-lf-${fake.uuid(1)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const deepl = vendor({
  name: 'deepl',
  url: 'https://developers.deepl.com/docs/getting-started/auth',
  tokens: [
    {
      id: 'deepl-api-key',
      keywords: [':fx'],
      pattern: String.raw`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}:fx(?!\w)`,
      example: () => `${fake.uuid(1)}:fx`,
      before: [36, 36],
    },
  ],
});

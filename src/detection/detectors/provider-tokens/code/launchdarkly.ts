import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const launchdarkly = vendor({
  name: 'launchdarkly',
  url: 'https://launchdarkly.com/docs/home/account/api',
  tokens: [
    {
      id: 'launchdarkly-key',
      keywords: ['api-', 'sdk-'],
      pattern: String.raw`(?:api|sdk)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])`,
      example: () => `sdk-${fake.uuid(1)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const tavily = vendor({
  name: 'tavily',
  url: 'https://docs.tavily.com/documentation/quickstart',
  tokens: [
    {
      id: 'tavily-api-key',
      keywords: ['tvly-'],
      pattern: String.raw`tvly-(?:dev-|prod-)?[A-Za-z0-9]{32}(?![\w-])`,
      example: () => `tvly-${fake.base62(1, 32)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const heroku = vendor({
  name: 'heroku',
  url: 'https://devcenter.heroku.com/articles/platform-api-reference',
  tokens: [
    {
      id: 'heroku-api-key',
      keywords: ['hrku-'],
      pattern: String.raw`HRKU-(?:AA[\w-]{58}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])`,
      example: () => `HRKU-AA${fake.base64url(1, 58)}`,
    },
  ],
});

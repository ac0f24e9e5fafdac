import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const phabricator = vendor({
  name: 'phabricator',
  url: 'https://secure.phabricator.com/book/phabricator/article/conduit/',
  tokens: [
    {
      id: 'phabricator-api-token',
      keywords: ['api-', 'cli-'],
      pattern: String.raw`(?:api|cli)-[a-z0-9]{28}(?![\w-])`,
      example: () => `api-${fake.base36(1, 28)}`,
      isValid: (token) => /[0-9].*[0-9].*[0-9]/.test(token),
    },
  ],
});

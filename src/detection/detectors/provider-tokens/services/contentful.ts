import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const contentful = vendor({
  name: 'contentful',
  url: 'https://www.contentful.com/developers/docs/references/authentication/',
  tokens: [
    {
      id: 'contentful-management-token',
      keywords: ['cfpat-'],
      pattern: String.raw`CFPAT-[\w-]{43,46}(?![\w-])`,
      example: () => `CFPAT-${fake.base64url(1, 43)}`,
    },
  ],
});

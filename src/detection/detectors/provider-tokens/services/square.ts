import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const square = vendor({
  name: 'square',
  url: 'https://developer.squareup.com/docs/build-basics/access-tokens',
  tokens: [
    {
      id: 'square-access-token',
      keywords: ['eaaa'],
      pattern: String.raw`EAAA[lE][\w-]{59}(?![\w-])`,
      example: () => `EAAAl${fake.base64url(1, 59)}`,
    },
    {
      id: 'square-oauth-secret',
      keywords: ['sq0csp-', 'sq0atp-'],
      pattern: String.raw`sq0(?:csp-[\w-]{43}|atp-[\w-]{22})(?![\w-])`,
      example: () => `sq0csp-${fake.base64url(2, 43)}`,
    },
  ],
});

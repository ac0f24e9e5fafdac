import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const tinybird = vendor({
  name: 'tinybird',
  url: 'https://www.tinybird.co/docs/forward/administration/tokens',
  tokens: [
    {
      id: 'tinybird-token',
      keywords: ['p.eyj'],
      pattern: String.raw`p\.eyJ[\w-]{40,200}\.[\w-]{27,43}(?![\w-])`,
      example: () => `p.eyJ${fake.base64url(1, 90)}.${fake.base64url(2, 27)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const instagram = vendor({
  name: 'instagram',
  url: 'https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/',
  tokens: [
    {
      id: 'instagram-access-token',
      keywords: ['igqv', 'igaa'],
      pattern: String.raw`IG(?:QV|AA)[\w-]{80,300}(?![\w-])`,
      example: () => `IGQV${fake.base64url(1, 150)}`,
    },
  ],
});

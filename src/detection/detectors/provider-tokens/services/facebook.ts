import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const facebook = vendor({
  name: 'facebook',
  url: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens',
  tokens: [
    {
      id: 'facebook-access-token',
      keywords: ['eaa'],
      pattern: String.raw`EAA[A-Za-z][A-Za-z0-9]{90,400}(?!\w)`,
      example: () => `EAAB${fake.base62(1, 150)}`,
    },
  ],
});

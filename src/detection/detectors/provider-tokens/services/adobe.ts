import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const adobe = vendor({
  name: 'adobe',
  url: 'https://developer.adobe.com/developer-console/docs/guides/authentication/',
  tokens: [
    {
      id: 'adobe-client-secret',
      keywords: ['p0e-'],
      pattern: String.raw`p8e-[A-Za-z0-9]{32}(?!\w)`,
      example: () => `p8e-${fake.base62(1, 32)}`,
    },
  ],
});

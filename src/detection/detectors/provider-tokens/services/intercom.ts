import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const intercom = vendor({
  name: 'intercom',
  url: 'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication',
  tokens: [
    {
      id: 'intercom-access-token',
      keywords: ['dg0ro'],
      pattern: String.raw`dG9rO[A-Za-z0-9+/]{50,60}={0,2}(?![A-Za-z0-9+/=])`,
      example: () => `dG9rO${fake.base64(1, 54)}=`,
    },
  ],
});

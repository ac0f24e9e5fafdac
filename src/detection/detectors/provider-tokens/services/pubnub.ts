import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const pubnub = vendor({
  name: 'pubnub',
  url: 'https://www.pubnub.com/docs/general/setup/account-setup',
  tokens: [
    {
      id: 'pubnub-secret-key',
      keywords: ['sec-c-'],
      pattern: String.raw`sec-c-[A-Za-z0-9]{40,60}(?![\w-])`,
      example: () => `sec-c-${fake.base62(1, 48)}`,
    },
  ],
});

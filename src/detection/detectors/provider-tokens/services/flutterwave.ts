import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const flutterwave = vendor({
  name: 'flutterwave',
  url: 'https://developer.flutterwave.com/docs/authentication',
  tokens: [
    {
      id: 'flutterwave-secret-key',
      keywords: ['flwseck'],
      pattern: String.raw`FLWSECK(?:_TEST)?-[0-9a-zA-Z]{12,40}(?:-X)?(?![\w-])`,
      example: () => `FLWSECK-${fake.hex(1, 32)}-X`,
    },
  ],
});

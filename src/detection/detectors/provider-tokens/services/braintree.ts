import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const braintree = vendor({
  name: 'braintree',
  url: 'https://developer.paypal.com/braintree/docs/guides/authorization/overview',
  tokens: [
    {
      id: 'braintree-access-token',
      keywords: ['access_token$'],
      pattern: String.raw`access_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}(?!\w)`,
      example: () => `access_token$production$${fake.base36(1, 16)}$${fake.hex(2, 32)}`,
    },
  ],
});

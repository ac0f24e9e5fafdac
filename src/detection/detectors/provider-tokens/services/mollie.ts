import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const mollie = vendor({
  name: 'mollie',
  url: 'https://docs.mollie.com/reference/authentication',
  tokens: [
    {
      id: 'mollie-api-key',
      keywords: ['live_', 'test_', 'access_'],
      pattern: String.raw`(?:live_|test_)[A-Za-z0-9]{30}(?!\w)`,
      example: () => `live_${fake.base62(1, 30)}`,
      isValid: (token) => /[0-9]/.test(token) && /[A-Z].*[A-Z]/.test(token),
    },
  ],
});

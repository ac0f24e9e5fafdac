import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const gocardless = vendor({
  name: 'gocardless',
  url: 'https://developer.gocardless.com/api-reference/',
  tokens: [
    {
      id: 'gocardless-access-token',
      keywords: ['live_'],
      pattern: String.raw`live_[\w-]{40}(?![\w-])`,
      example: () => `live_${fake.base64url(1, 40)}`,
      isValid: (token) => /[0-9].*[0-9]/.test(token) && /[A-Z].*[A-Z]/.test(token),
    },
  ],
});

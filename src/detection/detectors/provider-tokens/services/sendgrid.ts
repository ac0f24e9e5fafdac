import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const sendgrid = vendor({
  name: 'sendgrid',
  url: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
  tokens: [
    {
      id: 'sendgrid-api-key',
      keywords: ['sg.'],
      pattern: String.raw`SG\.[\w-]{16,32}\.[\w-]{16,64}(?![\w-])`,
      example: () => `SG.${fake.base64url(1, 22)}.${fake.base64url(2, 43)}`,
      isValid: (token) => /[0-9]/.test(token) && /[A-Z].*[A-Z]/.test(token.slice(3)),
    },
  ],
});

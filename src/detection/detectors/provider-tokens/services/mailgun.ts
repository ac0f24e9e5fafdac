import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const mailgun = vendor({
  name: 'mailgun',
  url: 'https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/api-keys',
  tokens: [
    {
      id: 'mailgun-private-key',
      keywords: ['key-'],
      pattern: String.raw`key-[0-9a-z]{32}(?![\w-])`,
      example: () => `key-${fake.hex(1, 32)}`,
      isValid: (token) => /\d.*\d.*\d/.test(token),
    },
    {
      id: 'mailgun-api-key',
      keywords: ['mailgun'],
      pattern: String.raw`(?:mailgun|MAILGUN|Mailgun)[\w.-]{0,30}["']?\s{0,5}[:=]\s{0,5}["']?([0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8})(?!\w)`,
      example: () => `MAILGUN_SIGNING=«${fake.hex(2, 32)}-${fake.hex(3, 8)}-${fake.hex(4, 8)}»`,
      isInName: true,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const brevo = vendor({
  name: 'brevo',
  url: 'https://developers.brevo.com/docs/getting-started',
  tokens: [
    {
      id: 'brevo-api-key',
      keywords: ['xkeysib-'],
      pattern: String.raw`xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}(?!\w)`,
      example: () => `xkeysib-${fake.hex(1, 64)}-${fake.base62(2, 16)}`,
    },
    {
      id: 'brevo-smtp-key',
      keywords: ['xsmtpsib-'],
      pattern: String.raw`xsmtpsib-[0-9a-f]{64}-[A-Za-z0-9]{16}(?!\w)`,
      example: () => `xsmtpsib-${fake.hex(3, 64)}-${fake.base62(4, 16)}`,
    },
  ],
});

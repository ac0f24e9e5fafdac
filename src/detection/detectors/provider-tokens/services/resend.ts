import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const resend = vendor({
  name: 'resend',
  url: 'https://resend.com/docs/dashboard/api-keys/introduction',
  tokens: [
    {
      id: 'resend-api-key',
      keywords: ['re_'],
      pattern: String.raw`re_[A-Za-z0-9]{8}_[A-Za-z0-9]{22,28}(?!\w)`,
      example: () => `re_${fake.base62(1, 8)}_${fake.base62(2, 24)}`,
      isValid: (token) => /[0-9]/.test(token) && /[A-Z].*[A-Z]/.test(token),
    },
  ],
});

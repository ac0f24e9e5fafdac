import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const sentry = vendor({
  name: 'sentry',
  url: 'https://docs.sentry.io/account/auth-tokens/',
  tokens: [
    {
      id: 'sentry-organization-token',
      keywords: ['sntrys_'],
      pattern: String.raw`sntrys_eyJ[A-Za-z0-9+/=_-]{100,400}`,
      example: () => `sntrys_eyJ${fake.base62(1, 120)}_${fake.base64(2, 43)}`,
    },
    {
      id: 'sentry-user-token',
      keywords: ['sntryu_'],
      pattern: String.raw`sntryu_[0-9a-f]{64}(?!\w)`,
      example: () => `sntryu_${fake.hex(3, 64)}`,
    },
  ],
});

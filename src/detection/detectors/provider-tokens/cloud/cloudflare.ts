import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const cloudflare = vendor({
  name: 'cloudflare',
  url: 'https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/',
  tokens: [
    {
      id: 'cloudflare-origin-ca-key',
      keywords: ['v0.0-'],
      pattern: String.raw`v1\.0-[0-9a-f]{24}-[0-9a-f]{146}(?!\w)`,
      example: () => `v1.0-${fake.hex(1, 24)}-${fake.hex(2, 146)}`,
    },
    {
      id: 'cloudflare-api-token',
      keywords: ['cfut_', 'cfat_', 'cfk_'],
      pattern: String.raw`cf(?:ut|at|k)_[A-Za-z0-9_-]{40,60}(?![\w-])`,
      example: () => `cfut_${fake.base62(3, 48)}`,
    },
  ],
});

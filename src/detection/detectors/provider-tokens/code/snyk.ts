import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const snyk = vendor({
  name: 'snyk',
  url: 'https://docs.snyk.io/snyk-api/authentication-for-api',
  tokens: [
    {
      id: 'snyk-token',
      keywords: ['snyk_uat.', 'snyk_sat.'],
      pattern: String.raw`snyk_[us]at\.[0-9a-f]{8}\.[\w-]{20,140}(?:\.[\w-]{20,140})?`,
      example: () => `snyk_uat.${fake.hex(1, 8)}.${fake.base64url(2, 60)}`,
    },
  ],
});

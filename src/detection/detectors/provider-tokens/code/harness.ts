import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const harness = vendor({
  name: 'harness',
  url: 'https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/',
  tokens: [
    {
      id: 'harness-token',
      keywords: ['pat.', 'sat.'],
      pattern: String.raw`[ps]at\.[\w-]{22}\.[0-9a-f]{24}\.[A-Za-z0-9]{20}(?!\w)`,
      example: () => `pat.${fake.base64url(1, 22)}.${fake.hex(2, 24)}.${fake.base62(3, 20)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const infisical = vendor({
  name: 'infisical',
  url: 'https://infisical.com/docs/documentation/platform/token',
  tokens: [
    {
      id: 'infisical-service-token',
      keywords: ['st.'],
      pattern: String.raw`st\.[0-9a-f]{24}\.[0-9a-f]{32}\.[0-9a-f]{32}(?!\w)`,
      example: () => `st.${fake.hex(1, 24)}.${fake.hex(2, 32)}.${fake.hex(3, 32)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const nylas = vendor({
  name: 'nylas',
  url: 'https://developer.nylas.com/docs/v3/auth/',
  tokens: [
    {
      id: 'nylas-api-key',
      keywords: ['nyk_v0_'],
      pattern: String.raw`nyk_v0_[A-Za-z0-9]{64}(?!\w)`,
      example: () => `nyk_v0_${fake.base62(1, 64)}`,
    },
  ],
});

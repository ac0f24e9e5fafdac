import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const duffel = vendor({
  name: 'duffel',
  url: 'https://duffel.com/docs/api/overview/making-requests',
  tokens: [
    {
      id: 'duffel-access-token',
      keywords: ['duffel_live_', 'duffel_test_'],
      pattern: String.raw`duffel_(?:live|test)_[\w=-]{43}(?![\w=-])`,
      example: () => `duffel_live_${fake.base64url(1, 43)}`,
    },
  ],
});

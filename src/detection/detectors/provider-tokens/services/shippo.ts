import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const shippo = vendor({
  name: 'shippo',
  url: 'https://docs.goshippo.com/docs/guides_general/authentication/',
  tokens: [
    {
      id: 'shippo-api-token',
      keywords: ['shippo_live_', 'shippo_test_'],
      pattern: String.raw`shippo_(?:live|test)_[0-9a-f]{40}(?!\w)`,
      example: () => `shippo_live_${fake.hex(1, 40)}`,
    },
  ],
});

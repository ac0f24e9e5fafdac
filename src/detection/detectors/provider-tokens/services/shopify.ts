import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const shopify = vendor({
  name: 'shopify',
  url: 'https://shopify.dev/changelog/length-of-the-shopify-access-token-is-increasing',
  readOn: '2026-11-26',
  tokens: [
    {
      id: 'shopify-access-token',
      keywords: ['shpat_', 'shpca_', 'shppa_', 'shpss_', 'shpua_'],
      pattern: String.raw`shp(?:at|ca|pa|ss|ua)_[0-9a-fA-F]{32}(?!\w)`,
      example: () => `shpat_${fake.hex(1, 32)}`,
    },
  ],
});

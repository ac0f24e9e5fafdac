import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const shopify = vendor({
  name: 'shopify',
  url: 'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens',
  tokens: [
    {
      id: 'shopify-access-token',
      keywords: ['shpat_', 'shpca_', 'shppa_', 'shpss_', 'shpua_'],
      pattern: String.raw`shp(?:at|ca|pa|ss|ua)_[0-9a-fA-F]{32}(?!\w)`,
      example: () => `shpat_${fake.hex(1, 32)}`,
    },
  ],
});

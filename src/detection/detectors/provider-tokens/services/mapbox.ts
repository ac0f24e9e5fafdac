import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const mapbox = vendor({
  name: 'mapbox',
  url: 'https://docs.mapbox.com/help/getting-started/access-tokens/',
  tokens: [
    {
      id: 'mapbox-secret-token',
      keywords: ['sk.eyj'],
      pattern: String.raw`sk\.eyJ[\w-]{60,100}\.[\w-]{20,26}(?![\w-])`,
      example: () => `sk.eyJ${fake.base64url(1, 70)}.${fake.base64url(2, 22)}`,
    },
  ],
});

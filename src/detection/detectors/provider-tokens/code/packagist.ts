import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const packagist = vendor({
  name: 'packagist',
  url: 'https://packagist.com/docs/composer-authentication',
  tokens: [
    {
      id: 'packagist-token',
      keywords: ['packagist_'],
      pattern: String.raw`packagist_[a-z]{3}_[0-9a-f]{60,72}(?!\w)`,
      example: () => `packagist_ort_${fake.hex(1, 68)}`,
    },
  ],
});

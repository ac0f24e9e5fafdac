import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const klaviyo = vendor({
  name: 'klaviyo',
  url: 'https://developers.klaviyo.com/en/docs/authenticate_',
  tokens: [
    {
      id: 'klaviyo-private-key',
      keywords: ['pk_'],
      pattern: String.raw`pk_[0-9a-f]{34}(?!\w)`,
      example: () => `pk_${fake.hex(1, 34)}`,
    },
  ],
});

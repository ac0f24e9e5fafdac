import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const telnyx = vendor({
  name: 'telnyx',
  url: 'https://developers.telnyx.com/api/authentication',
  tokens: [
    {
      id: 'telnyx-api-key',
      keywords: ['key0'],
      pattern: String.raw`KEY0[0-9A-F]{30}_[A-Za-z0-9]{22}(?!\w)`,
      example: () => `KEY0${fake.upperHex(1, 30)}_${fake.base62(2, 22)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const paddle = vendor({
  name: 'paddle',
  url: 'https://developer.paddle.com/api-reference/about/authentication',
  tokens: [
    {
      id: 'paddle-api-key',
      keywords: ['pdl_live_apikey_', 'pdl_sdbx_apikey_'],
      pattern: String.raw`pdl_(?:live|sdbx)_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}(?!\w)`,
      example: () => `pdl_live_apikey_${fake.base36(1, 26)}_${fake.base62(2, 22)}_${fake.base62(3, 3)}`,
    },
  ],
});

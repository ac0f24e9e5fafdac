import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const adyen = vendor({
  name: 'adyen',
  url: 'https://docs.adyen.com/development-resources/api-credentials',
  tokens: [
    {
      id: 'adyen-api-key',
      keywords: ['aqe'],
      pattern: String.raw`AQE[a-z]hm[A-Za-z0-9+/]{60,200}={0,2}-[A-Za-z0-9+/]{30,60}={0,2}-[A-Za-z0-9]{10,24}(?!\w)`,
      example: () => `AQEyhm${fake.base62(1, 80)}=-${fake.base62(2, 43)}=-${fake.base62(3, 16)}`,
    },
  ],
});

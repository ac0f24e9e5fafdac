import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const tencent = vendor({
  name: 'tencent',
  url: 'https://www.tencentcloud.com/document/product/598/32675',
  tokens: [
    {
      id: 'tencent-secret-id',
      keywords: ['akid'],
      pattern: String.raw`AKID[A-Za-z0-9]{32}(?!\w)`,
      example: () => `AKID${fake.base62(1, 32)}`,
    },
  ],
});

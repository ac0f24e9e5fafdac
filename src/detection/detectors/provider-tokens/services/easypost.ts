import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const easypost = vendor({
  name: 'easypost',
  url: 'https://docs.easypost.com/docs/authentication',
  tokens: [
    {
      id: 'easypost-api-key',
      keywords: ['ezak', 'eztk'],
      pattern: String.raw`EZ[AT]K[A-Za-z0-9]{54}(?!\w)`,
      example: () => `EZAK${fake.base62(1, 54)}`,
    },
  ],
});

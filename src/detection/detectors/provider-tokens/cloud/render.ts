import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const render = vendor({
  name: 'render',
  url: 'https://render.com/docs/api',
  tokens: [
    {
      id: 'render-api-key',
      keywords: ['rnd_'],
      pattern: String.raw`rnd_[A-Za-z0-9]{28,36}(?!\w)`,
      example: () => `rnd_${fake.base62(1, 28)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const twitter = vendor({
  name: 'twitter',
  url: 'https://docs.x.com/fundamentals/authentication/oauth-2-0/bearer-tokens',
  tokens: [
    {
      id: 'twitter-bearer-token',
      keywords: ['aaaaaaaaaaaaaaaaaaaa'],
      pattern: String.raw`A{20,24}[\w%]{60,120}(?![\w%])`,
      example: () => `AAAAAAAAAAAAAAAAAAAAA${fake.base62(1, 90)}`,
    },
  ],
});

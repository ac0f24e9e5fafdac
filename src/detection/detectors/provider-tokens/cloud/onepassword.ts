import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const onepassword = vendor({
  name: 'onepassword',
  url: 'https://developer.1password.com/docs/service-accounts/security/',
  tokens: [
    {
      id: 'onepassword-service-token',
      keywords: ['ops_eyj'],
      pattern: String.raw`ops_eyJ[A-Za-z0-9+/_-]{200,1000}={0,3}`,
      example: () => `ops_eyJ${fake.base62(1, 300)}`,
    },
    {
      id: 'onepassword-secret-key',
      keywords: ['a0-'],
      pattern: String.raw`A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}(?![\w-])`,
      example: () =>
        `A3-${fake.upper36(2, 6)}-${fake.upper36(3, 6)}-${fake.upper36(4, 5)}-${fake.upper36(5, 5)}-${fake.upper36(6, 5)}-${fake.upper36(7, 5)}`,
    },
  ],
});

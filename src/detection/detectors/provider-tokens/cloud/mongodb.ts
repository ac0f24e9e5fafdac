import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const mongodb = vendor({
  name: 'mongodb',
  url: 'https://www.mongodb.com/docs/atlas/api/service-accounts-overview/',
  tokens: [
    {
      id: 'mongodb-service-account-secret',
      keywords: ['mdb_sa_sk_'],
      pattern: String.raw`mdb_sa_sk_[\w-]{40}(?![\w-])`,
      example: () => `mdb_sa_sk_${fake.base64url(1, 40)}`,
    },
  ],
});

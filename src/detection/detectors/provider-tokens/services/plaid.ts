import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const plaid = vendor({
  name: 'plaid',
  url: 'https://plaid.com/docs/api/tokens/',
  tokens: [
    {
      id: 'plaid-access-token',
      keywords: ['access-sandbox-', 'access-production-', 'access-development-'],
      pattern: String.raw`access-(?:sandbox|production|development)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])`,
      example: () => `access-production-${fake.uuid(1)}`,
    },
  ],
});

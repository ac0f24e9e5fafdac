import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const dbt = vendor({
  name: 'dbt',
  url: 'https://docs.getdbt.com/docs/dbt-cloud-apis/service-tokens',
  tokens: [
    {
      id: 'dbt-cloud-token',
      keywords: ['dbtc_', 'dbtu_'],
      pattern: String.raw`dbt[cu]_[\w-]{36,50}(?![\w-])`,
      example: () => `dbtc_${fake.base64url(1, 43)}`,
    },
  ],
});

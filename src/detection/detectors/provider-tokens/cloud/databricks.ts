import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const databricks = vendor({
  name: 'databricks',
  url: 'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
  tokens: [
    {
      id: 'databricks-token',
      keywords: ['dapi', 'dose', 'dsapi'],
      pattern: String.raw`(?:dapi|dose|dsapi)[0-9a-f]{32}(?:-\d)?(?!\w)`,
      example: () => `dapi${fake.hex(1, 32)}-2`,
    },
  ],
});

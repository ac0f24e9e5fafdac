import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const prefect = vendor({
  name: 'prefect',
  url: 'https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys',
  tokens: [
    {
      id: 'prefect-api-key',
      keywords: ['pnu_', 'pnb_'],
      pattern: String.raw`pn[ub]_[A-Za-z0-9]{36}(?!\w)`,
      example: () => `pnu_${fake.base62(1, 36)}`,
    },
  ],
});

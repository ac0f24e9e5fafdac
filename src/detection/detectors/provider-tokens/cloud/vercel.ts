import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const vercel = vendor({
  name: 'vercel',
  url: 'https://vercel.com/docs/rest-api',
  tokens: [
    {
      id: 'vercel-token',
      keywords: ['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_'],
      pattern: String.raw`vc[piark]_[A-Za-z0-9]{48,64}(?!\w)`,
      example: () => `vcp_${fake.base62(1, 56)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const doppler = vendor({
  name: 'doppler',
  url: 'https://nango.dev/docs/api-integrations/doppler/connect',
  readOn: '2026-11-26',
  tokens: [
    {
      id: 'doppler-token',
      keywords: ['dp.pt.', 'dp.st.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.'],
      pattern: String.raw`dp\.(?:pt|ct|sa|scim|audit|st(?:\.[a-z0-9_-]{2,35})?)\.[A-Za-z0-9]{40,44}(?!\w)`,
      example: () => `dp.pt.${fake.base62(1, 43)}`,
    },
  ],
});

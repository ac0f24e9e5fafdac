import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const digitalocean = vendor({
  name: 'digitalocean',
  url: 'https://gitlab.com/gitlab-org/security-products/analyzers/secrets/-/merge_requests/178',
  readOn: '2026-11-26',
  tokens: [
    {
      id: 'digitalocean-personal-token',
      keywords: ['dop_v'],
      pattern: String.raw`dop_v1_[0-9a-f]{64}(?!\w)`,
      example: () => `dop_v1_${fake.hex(1, 64)}`,
    },
    {
      id: 'digitalocean-oauth-token',
      keywords: ['doo_v'],
      pattern: String.raw`doo_v1_[0-9a-f]{64}(?!\w)`,
      example: () => `doo_v1_${fake.hex(2, 64)}`,
    },
    {
      id: 'digitalocean-refresh-token',
      keywords: ['dor_v'],
      pattern: String.raw`dor_v1_[0-9a-f]{64}(?!\w)`,
      example: () => `dor_v1_${fake.hex(3, 64)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const honeycomb = vendor({
  name: 'honeycomb',
  url: 'https://docs.honeycomb.io/configure/environments/manage-api-keys/',
  tokens: [
    {
      id: 'honeycomb-ingest-key',
      keywords: ['hcaik_', 'hcxik_', 'hcxmk_'],
      pattern: String.raw`hc[a-z](?:ik|mk)_[a-z0-9]{58,64}(?!\w)`,
      example: () => `hcaik_${fake.base36(1, 58)}`,
    },
  ],
});

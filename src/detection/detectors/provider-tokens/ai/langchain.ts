import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const langchain = vendor({
  name: 'langchain',
  url: 'https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key',
  tokens: [
    {
      id: 'langsmith-api-key',
      keywords: ['lsv0_pt_', 'lsv0_sk_', 'ls__'],
      pattern: String.raw`(?:lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}|ls__[0-9a-f]{32})(?!\w)`,
      example: () => `lsv2_pt_${fake.hex(1, 32)}_${fake.hex(2, 10)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const triggerDev = vendor({
  name: 'trigger_dev',
  url: 'https://trigger.dev/docs/apikeys',
  tokens: [
    {
      id: 'trigger-secret-key',
      keywords: ['tr_dev_', 'tr_prod_', 'tr_stg_', 'tr_pat_'],
      pattern: String.raw`tr_(?:dev|prod|stg|pat)_[A-Za-z0-9]{20,50}(?!\w)`,
      example: () => `tr_prod_${fake.base62(1, 24)}`,
    },
  ],
});

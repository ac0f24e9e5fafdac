import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const wandb = vendor({
  name: 'wandb',
  url: 'https://docs.wandb.ai/support/find_api_key/',
  tokens: [
    {
      id: 'wandb-api-key',
      keywords: ['wandb_v'],
      pattern: String.raw`wandb_v\d_[A-Za-z0-9_]{60,90}(?!\w)`,
      example: () => `wandb_v1_${fake.base62(1, 77)}`,
    },
  ],
});

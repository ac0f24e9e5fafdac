import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const linear = vendor({
  name: 'linear',
  url: 'https://linear.app/developers/graphql',
  tokens: [
    {
      id: 'linear-api-key',
      keywords: ['lin_api_', 'lin_oauth_'],
      pattern: String.raw`lin_(?:api_[A-Za-z0-9]{40}|oauth_[0-9a-f]{64})(?!\w)`,
      example: () => `lin_api_${fake.base62(1, 40)}`,
    },
  ],
});

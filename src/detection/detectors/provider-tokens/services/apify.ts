import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const apify = vendor({
  name: 'apify',
  url: 'https://docs.apify.com/platform/integrations/api',
  tokens: [
    {
      id: 'apify-api-token',
      keywords: ['apify_api_'],
      pattern: String.raw`apify_api_[A-Za-z0-9]{34,38}(?!\w)`,
      example: () => `apify_api_${fake.base62(1, 36)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const svix = vendor({
  name: 'svix',
  url: 'https://docs.svix.com/receiving/verifying-payloads/how-manual',
  tokens: [
    {
      id: 'svix-api-token',
      keywords: ['testsk_', 'sk_'],
      pattern: String.raw`(?:testsk_|sk_)[A-Za-z0-9_-]{32}\.(?:eu|us|ca|au|in)(?!\w)`,
      example: () => `sk_${fake.base64url(1, 32)}.eu`,
    },
  ],
});

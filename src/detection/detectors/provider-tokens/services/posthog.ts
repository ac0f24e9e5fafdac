import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const posthog = vendor({
  name: 'posthog',
  url: 'https://posthog.com/docs/api',
  tokens: [
    {
      id: 'posthog-personal-key',
      keywords: ['phx_'],
      pattern: String.raw`phx_[A-Za-z0-9_]{40,64}(?!\w)`,
      example: () => `phx_${fake.base62(1, 47)}`,
    },
  ],
});

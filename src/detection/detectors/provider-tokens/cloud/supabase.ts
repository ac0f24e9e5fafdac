import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const supabase = vendor({
  name: 'supabase',
  url: 'https://supabase.com/docs/guides/getting-started/api-keys',
  readOn: '2026-11-26',
  tokens: [
    {
      id: 'supabase-access-token',
      keywords: ['sbp_'],
      pattern: String.raw`sbp_[0-9a-f]{40}(?!\w)`,
      example: () => `sbp_${fake.hex(1, 40)}`,
    },
    {
      id: 'supabase-secret-key',
      keywords: ['sb_secret_'],
      pattern: String.raw`sb_secret_[\w-]{28,44}(?![\w-])`,
      example: () => `sb_secret_${fake.base64url(2, 31)}`,
    },
  ],
});

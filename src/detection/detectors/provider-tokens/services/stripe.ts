import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const stripe = vendor({
  name: 'stripe',
  url: 'https://gitlab.com/gitlab-org/gitlab/-/issues/458019',
  readOn: '2026-11-26',
  tokens: [
    {
      id: 'stripe-secret-key',
      keywords: ['sk_live_', 'sk_test_', 'rk_live_', 'rk_test_'],
      pattern: String.raw`[sr]k_(?:live|test)_[A-Za-z0-9]{16,247}(?!\w)`,
      example: () => `sk_live_${fake.base62(1, 24)}`,
    },
    {
      id: 'stripe-organization-key',
      keywords: ['sk_org_'],
      pattern: String.raw`sk_org_(?:live|test)?_?[A-Za-z0-9]{16,247}(?!\w)`,
      example: () => `sk_org_live_${fake.base62(2, 40)}`,
    },
    {
      id: 'stripe-webhook-secret',
      keywords: ['whsec_'],
      pattern: String.raw`whsec_[A-Za-z0-9+/]{24,64}={0,2}(?![A-Za-z0-9+/=])`,
      example: () => `whsec_${fake.base62(3, 32)}`,
    },
  ],
});

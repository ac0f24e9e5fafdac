import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const tailscale = vendor({
  name: 'tailscale',
  url: 'https://tailscale.com/kb/1277/key-prefixes',
  readOn: '2026-11-25',
  tokens: [
    {
      id: 'tailscale-key',
      keywords: ['tskey-'],
      pattern: String.raw`tskey-(?:auth|api|client|scim|webhook)-[A-Za-z0-9]{8,24}(?:CNTRL)?-[A-Za-z0-9]{16,40}(?![\w-])`,
      example: () => `tskey-auth-${fake.base62(1, 11)}CNTRL-${fake.base62(2, 32)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const fly = vendor({
  name: 'fly',
  url: 'https://fly.io/docs/security/tokens/',
  tokens: [
    {
      id: 'fly-access-token',
      keywords: ['fo0_', 'fm0r_', 'fm0_'],
      pattern: String.raw`(?:fo1_[\w-]{43}|fm1[ar]_[A-Za-z0-9+/]{100,3000}={0,2}|fm2_[A-Za-z0-9+/]{100,3000}={0,2})(?![\w-])`,
      example: () => `fo1_${fake.base64url(1, 43)}`,
    },
  ],
});

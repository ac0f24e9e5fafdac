import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const planetscale = vendor({
  name: 'planetscale',
  url: 'https://planetscale.com/docs/api/reference/service-tokens',
  tokens: [
    {
      id: 'planetscale-service-token',
      keywords: ['pscale_tkn_'],
      pattern: String.raw`pscale_tkn_[\w.=-]{32,64}(?![\w-])`,
      example: () => `pscale_tkn_${fake.base64url(1, 43)}`,
    },
    {
      id: 'planetscale-password',
      keywords: ['pscale_pw_'],
      pattern: String.raw`pscale_pw_[\w.=-]{32,64}(?![\w-])`,
      example: () => `pscale_pw_${fake.base64url(2, 43)}`,
    },
    {
      id: 'planetscale-oauth-token',
      keywords: ['pscale_oauth_'],
      pattern: String.raw`pscale_oauth_[\w.=-]{32,64}(?![\w-])`,
      example: () => `pscale_oauth_${fake.base64url(3, 43)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const deno = vendor({
  name: 'deno',
  url: 'https://docs.deno.com/deploy/classic/deployctl/',
  tokens: [
    {
      id: 'deno-deploy-token',
      keywords: ['ddp_', 'ddo_'],
      pattern: String.raw`dd[po]_[A-Za-z0-9]{36}(?!\w)`,
      example: () => `ddp_${fake.base62(1, 36)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const clickup = vendor({
  name: 'clickup',
  url: 'https://developer.clickup.com/docs/authentication',
  tokens: [
    {
      id: 'clickup-token',
      keywords: ['pk_'],
      pattern: String.raw`pk_\d{6,10}_[A-Z0-9]{32}(?!\w)`,
      example: () => `pk_${fake.digits(1, 8)}_${fake.upper36(2, 32)}`,
    },
  ],
});

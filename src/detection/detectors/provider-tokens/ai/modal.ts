import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const modal = vendor({
  name: 'modal',
  url: 'https://modal.com/docs/reference/modal.config',
  tokens: [
    {
      id: 'modal-token',
      keywords: ['ak-', 'as-'],
      pattern: String.raw`a[ks]-[A-Za-z0-9]{22}(?![\w-])`,
      example: () => `as-${fake.base62(1, 22)}`,
    },
  ],
});

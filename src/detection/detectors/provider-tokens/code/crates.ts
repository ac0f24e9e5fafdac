import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const crates = vendor({
  name: 'crates',
  url: 'https://doc.rust-lang.org/cargo/reference/publishing.html',
  tokens: [
    {
      id: 'crates-api-token',
      keywords: ['cio'],
      pattern: String.raw`cio[A-Za-z0-9]{32}(?!\w)`,
      example: () => `cio${fake.base62(1, 32)}`,
      isValid: (token) => /[0-9].*[0-9]/.test(token) && /[A-Z].*[A-Z]/.test(token),
    },
  ],
});

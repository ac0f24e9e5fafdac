import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const scaleway = vendor({
  name: 'scaleway',
  url: 'https://www.scaleway.com/en/docs/iam/concepts/',
  tokens: [
    {
      id: 'scaleway-access-key',
      keywords: ['scw'],
      pattern: String.raw`SCW[A-Z0-9]{17}(?!\w)`,
      example: () => `SCW${fake.upper36(1, 17)}`,
      isValid: (token) => /[0-9]/.test(token),
    },
  ],
});

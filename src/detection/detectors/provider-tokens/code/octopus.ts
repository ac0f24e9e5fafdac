import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const octopus = vendor({
  name: 'octopus',
  url: 'https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key',
  tokens: [
    {
      id: 'octopus-api-key',
      keywords: ['api-'],
      pattern: String.raw`API-[A-Z0-9]{26,32}(?![\w-])`,
      example: () => `API-${fake.upper36(1, 28)}`,
      isValid: (token) => /[0-9].*[0-9].*[0-9]/.test(token),
    },
  ],
});

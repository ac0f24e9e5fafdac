import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const typeform = vendor({
  name: 'typeform',
  url: 'https://www.typeform.com/developers/get-started/personal-access-token/',
  tokens: [
    {
      id: 'typeform-token',
      keywords: ['tfp_'],
      pattern: String.raw`tfp_[\w.=-]{44,64}(?![\w.=-])`,
      example: () => `tfp_${fake.base64url(1, 59)}`,
    },
  ],
});

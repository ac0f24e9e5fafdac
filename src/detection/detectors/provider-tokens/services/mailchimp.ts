import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const mailchimp = vendor({
  name: 'mailchimp',
  url: 'https://mailchimp.com/developer/marketing/guides/quick-start/',
  tokens: [
    {
      id: 'mailchimp-api-key',
      keywords: ['-us0'],
      pattern: String.raw`[0-9a-f]{32}-us[0-9]{1,2}(?!\w)`,
      example: () => `${fake.hex(1, 32)}-us14`,
      before: [32, 32],
    },
  ],
});

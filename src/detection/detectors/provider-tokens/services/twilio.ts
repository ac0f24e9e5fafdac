import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const twilio = vendor({
  name: 'twilio',
  url: 'https://www.twilio.com/docs/iam/api-keys',
  tokens: [
    {
      id: 'twilio-api-key',
      keywords: ['sk'],
      pattern: String.raw`SK[0-9a-f]{32}(?!\w)`,
      example: () => `SK${fake.hex(1, 32)}`,
    },
  ],
});

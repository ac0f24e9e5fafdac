import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const telegram = vendor({
  name: 'telegram',
  url: 'https://core.telegram.org/bots/features#botfather',
  tokens: [
    {
      id: 'telegram-bot-token',
      keywords: [':aa'],
      pattern: String.raw`\d{8,10}:AA[\w-]{32,34}(?![\w-])`,
      example: () => `${'7'}${fake.digits(1, 9)}:AA${fake.base64url(2, 33)}`,
      before: [10, 8],
    },
  ],
});

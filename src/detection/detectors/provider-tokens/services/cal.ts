import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const cal = vendor({
  name: 'cal',
  url: 'https://cal.com/docs/api-reference/v2/introduction',
  tokens: [
    {
      id: 'cal-api-key',
      keywords: ['cal_live_'],
      pattern: String.raw`cal_live_[0-9a-f]{32}(?!\w)`,
      example: () => `cal_live_${fake.hex(1, 32)}`,
    },
  ],
});

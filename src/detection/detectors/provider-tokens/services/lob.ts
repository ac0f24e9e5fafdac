import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const lob = vendor({
  name: 'lob',
  url: 'https://docs.lob.com/#tag/Authentication',
  tokens: [
    {
      id: 'lob-api-key',
      keywords: ['live_', 'test_'],
      pattern: String.raw`(?:live|test)_(?:pub_)?[0-9a-f]{35}(?!\w)`,
      example: () => `live_${fake.hex(1, 35)}`,
    },
  ],
});

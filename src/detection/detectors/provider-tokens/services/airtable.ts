import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const airtable = vendor({
  name: 'airtable',
  url: 'https://airtable.com/developers/web/guides/personal-access-tokens',
  tokens: [
    {
      id: 'airtable-personal-token',
      keywords: ['pat'],
      pattern: String.raw`pat[A-Za-z0-9]{14}\.[0-9a-f]{64}(?!\w)`,
      example: () => `pat${fake.base62(1, 14)}.${fake.hex(2, 64)}`,
    },
  ],
});

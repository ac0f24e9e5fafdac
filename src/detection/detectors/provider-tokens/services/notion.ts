import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const notion = vendor({
  name: 'notion',
  url: 'https://developers.notion.com/docs/authorization',
  tokens: [
    {
      id: 'notion-token',
      keywords: ['ntn_', 'secret_'],
      pattern: String.raw`(?:ntn_[A-Za-z0-9]{40,50}|secret_[A-Za-z0-9]{43})(?!\w)`,
      example: () => `ntn_${fake.base62(1, 46)}`,
    },
  ],
});

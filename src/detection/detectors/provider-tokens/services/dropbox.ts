import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const dropbox = vendor({
  name: 'dropbox',
  url: 'https://www.dropbox.com/developers/documentation/http/documentation',
  tokens: [
    {
      id: 'dropbox-access-token',
      keywords: ['sl.'],
      pattern: String.raw`sl\.(?:u\.)?[\w-]{130,1200}(?![\w-])`,
      example: () => `sl.${fake.base64url(1, 140)}`,
    },
  ],
});

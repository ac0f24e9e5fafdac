import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const postman = vendor({
  name: 'postman',
  url: 'https://learning.postman.com/docs/developer/postman-api/authentication/',
  tokens: [
    {
      id: 'postman-api-key',
      keywords: ['pmak-'],
      pattern: String.raw`PMAK-[0-9a-f]{24}-[0-9a-f]{34}(?![\w-])`,
      example: () => `PMAK-${fake.hex(1, 24)}-${fake.hex(2, 34)}`,
    },
  ],
});

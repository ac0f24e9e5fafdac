import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const salesforce = vendor({
  name: 'salesforce',
  url: 'https://help.salesforce.com/s/articleView?id=sf.remoteaccess_authenticate.htm',
  tokens: [
    {
      id: 'salesforce-session-id',
      keywords: ['00d'],
      pattern: String.raw`00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]{80,120}(?![\w.])`,
      example: () => `00D${fake.base62(1, 12)}!${fake.base62(2, 96)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const pulumi = vendor({
  name: 'pulumi',
  url: 'https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/',
  tokens: [
    {
      id: 'pulumi-access-token',
      keywords: ['pul-'],
      pattern: String.raw`pul-[0-9a-f]{40}(?![\w-])`,
      example: () => `pul-${fake.hex(1, 40)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const zapier = vendor({
  name: 'zapier',
  url: 'https://docs.zapier.com/platform/build/hook-trigger',
  tokens: [
    {
      id: 'zapier-webhook',
      keywords: ['hooks.zapier.com'],
      pattern: String.raw`hooks\.zapier\.com/hooks/catch/\d{5,10}/[a-z0-9]{6,10}`,
      example: () => `https://«hooks.zapier.com/hooks/catch/${fake.digits(1, 7)}/${fake.base36(2, 7)}»/`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const readme = vendor({
  name: 'readme',
  url: 'https://docs.readme.com/main/reference/intro/authentication',
  tokens: [
    {
      id: 'readme-api-key',
      keywords: ['rdme_'],
      pattern: String.raw`rdme_[a-z0-9]{70,80}(?!\w)`,
      example: () => `rdme_${fake.base36(1, 70)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const rubygems = vendor({
  name: 'rubygems',
  url: 'https://guides.rubygems.org/api-key-scopes/',
  tokens: [
    {
      id: 'rubygems-api-key',
      keywords: ['rubygems_'],
      pattern: String.raw`rubygems_[0-9a-f]{48}(?!\w)`,
      example: () => `rubygems_${fake.hex(1, 48)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const nuget = vendor({
  name: 'nuget',
  url: 'https://learn.microsoft.com/en-us/nuget/nuget-org/scoped-api-keys',
  tokens: [
    {
      id: 'nuget-api-key',
      keywords: ['oy0'],
      pattern: String.raw`oy2[a-z0-9]{43}(?!\w)`,
      example: () => `oy2${fake.base36(1, 43)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const sourcegraph = vendor({
  name: 'sourcegraph',
  url: 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token',
  tokens: [
    {
      id: 'sourcegraph-access-token',
      keywords: ['sgp_'],
      pattern: String.raw`sgp_(?:(?:local|[0-9a-f]{16})_)?[0-9a-f]{40}(?!\w)`,
      example: () => `sgp_${fake.hex(1, 16)}_${fake.hex(2, 40)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const hubspot = vendor({
  name: 'hubspot',
  url: 'https://developers.hubspot.com/docs/guides/apps/private-apps/overview',
  tokens: [
    {
      id: 'hubspot-private-app-token',
      keywords: ['pat-na0-', 'pat-eu0-', 'pat-ap0-'],
      pattern: String.raw`pat-(?:na|eu|ap)\d-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])`,
      example: () => `pat-eu1-${fake.uuid(1)}`,
    },
  ],
});

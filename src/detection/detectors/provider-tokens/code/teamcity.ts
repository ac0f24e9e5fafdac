import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const teamcity = vendor({
  name: 'teamcity',
  url: 'https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html',
  tokens: [
    {
      id: 'teamcity-access-token',
      keywords: ['eyj0exaioiaivenwmij0'],
      pattern: String.raw`eyJ0eXAiOiAiVENWMiJ9\.[\w-]{36}\.[\w-]{48}`,
      example: () => `eyJ0eXAiOiAiVENWMiJ9.${fake.base62(1, 36)}.${fake.base62(2, 48)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const microsoftTeams = vendor({
  name: 'microsoft_teams',
  url: 'https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
  tokens: [
    {
      id: 'teams-webhook',
      keywords: ['webhook.office.com/webhookb0/'],
      pattern: String.raw`webhook\.office\.com/webhookb2/[0-9a-f-]{36}@[0-9a-f-]{36}/IncomingWebhook/[0-9a-f]{32}/[0-9a-f-]{36}(?:/[\w-]{30,60})?`,
      example: () =>
        `https://acme.«webhook.office.com/webhookb2/${fake.uuid(1)}@${fake.uuid(2)}/IncomingWebhook/${fake.hex(3, 32)}/${fake.uuid(4)}»`,
    },
  ],
});

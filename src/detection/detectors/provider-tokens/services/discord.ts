import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const discord = vendor({
  name: 'discord',
  url: 'https://discord.com/developers/docs/reference',
  tokens: [
    {
      id: 'discord-bot-token',
      keywords: ['discord', 'bot_', 'token'],
      pattern: String.raw`[\w.-]{3,40}["']?\s{0,5}(?:=>?|:|\()\s{0,5}["'\x60]?(?:Bot )?([MNO][A-Za-z0-9_-]{23,27}\.[\w-]{6}\.[\w-]{27,40})(?![\w-])`,
      example: () => `DISCORD_TOKEN=«M${fake.base64url(1, 25)}.${fake.base64url(2, 6)}.${fake.base64url(3, 38)}»`,
      isInName: true,
    },
    {
      id: 'discord-webhook',
      keywords: ['discord.com/api/webhooks/', 'discordapp.com/api/webhooks/'],
      pattern: String.raw`discord(?:app)?\.com/api/webhooks/\d{17,20}/[\w-]{60,80}`,
      example: () => `https://«discord.com/api/webhooks/${fake.digits(4, 19)}/${fake.base64url(5, 68)}»`,
    },
  ],
});

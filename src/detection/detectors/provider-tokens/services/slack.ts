import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const slack = vendor({
  name: 'slack',
  url: 'https://docs.slack.dev/authentication/tokens/',
  tokens: [
    {
      id: 'slack-bot-token',
      keywords: ['xoxb-'],
      pattern: String.raw`xoxb-\d{9,14}-(?:\d{9,14}-)?[A-Za-z0-9-]{20,40}(?![\w-])`,
      example: () => `xoxb-${fake.digits(1, 12)}-${fake.digits(2, 13)}-${fake.base62(3, 24)}`,
    },
    {
      id: 'slack-user-token',
      keywords: ['xoxp-', 'xoxe-', 'xoxe.'],
      pattern: String.raw`xox(?:p|e|e\.xox[bp])-(?:\d-)?[A-Za-z0-9-]{28,200}(?![\w-])`,
      example: () => `xoxp-${fake.digits(4, 12)}-${fake.digits(5, 12)}-${fake.digits(6, 12)}-${fake.hex(7, 32)}`,
    },
    {
      id: 'slack-legacy-token',
      keywords: ['xoxa-', 'xoxr-', 'xoxs-', 'xoxo-', 'xoxc-', 'xoxd-'],
      pattern: String.raw`xox[arsocd]-[A-Za-z0-9%+/-]{10,300}(?![\w-])`,
      example: () => `xoxs-${fake.digits(8, 10)}-${fake.digits(9, 10)}-${fake.digits(10, 10)}-${fake.hex(11, 10)}`,
    },
    {
      id: 'slack-app-token',
      keywords: ['xapp-'],
      pattern: String.raw`xapp-\d-[A-Z0-9]{8,14}-\d{9,14}-[0-9a-f]{40,70}(?!\w)`,
      example: () => `xapp-1-A${fake.upper36(12, 10)}-${fake.digits(13, 13)}-${fake.hex(14, 64)}`,
    },
    {
      id: 'slack-webhook',
      keywords: ['hooks.slack.com'],
      pattern: String.raw`hooks\.slack\.com/(?:services/T[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/[A-Za-z0-9]{23,25}|(?:workflows|triggers)/[A-Z0-9]{8,12}/[A-Za-z0-9/]{16,60})`,
      example: () =>
        `https://«hooks.slack.com/services/T${fake.upper36(15, 10)}/B${fake.upper36(16, 10)}/${fake.base62(17, 24)}»`,
      spares: () => [`https://hooks.slack.com/services/T0000${'0000'}/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX`],
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const jenkins = vendor({
  name: 'jenkins',
  url: 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/',
  tokens: [
    {
      id: 'jenkins-api-token',
      keywords: ['jenkins'],
      pattern: String.raw`[jJ](?:ENKINS|enkins)[\w.-]{0,30}["']?\s{0,5}[:=]\s{0,5}["']?(?:[\w.-]{1,32}:)?(1[01][0-9a-f]{32})(?!\w)`,
      example: () => `JENKINS_API=«11${fake.hex(1, 32)}»`,
      isInName: true,
    },
  ],
});

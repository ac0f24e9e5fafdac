import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const onesignal = vendor({
  name: 'onesignal',
  url: 'https://documentation.onesignal.com/docs/en/keys-and-ids',
  tokens: [
    {
      id: 'onesignal-api-key',
      keywords: ['os_v0_app_', 'os_v0_org_'],
      pattern: String.raw`os_v2_(?:app|org)_[a-z2-7]{100,120}(?!\w)`,
      example: () => `os_v2_app_${fake.base32(1, 103).toLowerCase()}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const fireworks = vendor({
  name: 'fireworks',
  url: 'https://docs.fireworks.ai/api-reference/introduction',
  tokens: [
    {
      id: 'fireworks-api-key',
      keywords: ['fw_'],
      pattern: String.raw`fw_[A-Za-z0-9]{22,24}(?!\w)`,
      example: () => `fw_${fake.base62(1, 24)}`,
    },
  ],
});

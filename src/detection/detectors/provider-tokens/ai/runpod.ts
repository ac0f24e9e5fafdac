import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const runpod = vendor({
  name: 'runpod',
  url: 'https://docs.runpod.io/get-started/api-keys',
  tokens: [
    {
      id: 'runpod-api-key',
      keywords: ['rpa_'],
      pattern: String.raw`rpa_[A-Z0-9]{36,48}[a-z0-9]{0,8}(?!\w)`,
      example: () => `rpa_${fake.upper36(1, 44)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const neon = vendor({
  name: 'neon',
  url: 'https://neon.com/docs/manage/api-keys',
  tokens: [
    {
      id: 'neon-api-key',
      keywords: ['napi_'],
      pattern: String.raw`napi_[a-z0-9]{60,70}(?!\w)`,
      example: () => `napi_${fake.base36(1, 64)}`,
    },
  ],
});

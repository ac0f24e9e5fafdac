import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';
import { checksummed, isDrawn } from './checksummed.ts';

export const npm = vendor({
  name: 'npm',
  url: 'https://docs.npmjs.com/about-access-tokens',
  tokens: [
    {
      id: 'npm-access-token',
      keywords: ['npm_'],
      pattern: String.raw`npm_[A-Za-z0-9]{36}(?!\w)`,
      example: () => checksummed('npm_', fake.base62(1, 30)),
      isValid: isDrawn,
      spares: () => ['npm_config_registry_url_for_internal_use'],
    },
  ],
});

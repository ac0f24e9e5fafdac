import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const clojars = vendor({
  name: 'clojars',
  url: 'https://github.com/clojars/clojars-web/wiki/Deploy-Tokens',
  tokens: [
    {
      id: 'clojars-deploy-token',
      keywords: ['clojars_'],
      pattern: String.raw`CLOJARS_[a-z0-9]{60}(?!\w)`,
      example: () => `CLOJARS_${fake.base36(1, 60)}`,
    },
  ],
});

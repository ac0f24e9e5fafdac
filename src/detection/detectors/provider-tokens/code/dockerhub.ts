import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const dockerhub = vendor({
  name: 'dockerhub',
  url: 'https://docs.docker.com/security/access-tokens/',
  tokens: [
    {
      id: 'docker-access-token',
      keywords: ['dckr_pat_', 'dckr_oat_'],
      pattern: String.raw`dckr_(?:pat_[\w-]{27}|oat_[\w-]{32})(?![\w-])`,
      example: () => `dckr_pat_${fake.base64url(1, 27)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const jfrog = vendor({
  name: 'jfrog',
  url: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
  tokens: [
    {
      id: 'artifactory-api-key',
      keywords: ['akcp'],
      pattern: String.raw`AKCp\d[A-Za-z0-9]{60,72}(?!\w)`,
      example: () => `AKCp8${fake.base62(1, 68)}`,
    },
    {
      id: 'artifactory-reference-token',
      keywords: ['cmvmdgtu'],
      pattern: String.raw`cmVmdGtu[A-Za-z0-9]{56}(?!\w)`,
      example: () => `cmVmdGtu${fake.base62(2, 56)}`,
    },
  ],
});

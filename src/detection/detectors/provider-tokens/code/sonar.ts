import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const sonar = vendor({
  name: 'sonar',
  url: 'https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/',
  tokens: [
    {
      id: 'sonar-token',
      keywords: ['squ_', 'sqa_', 'sqp_'],
      pattern: String.raw`sq[uap]_[0-9a-f]{40}(?!\w)`,
      example: () => `squ_${fake.hex(1, 40)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const huggingface = vendor({
  name: 'huggingface',
  url: 'https://huggingface.co/docs/hub/security-tokens',
  tokens: [
    {
      id: 'huggingface-user-token',
      keywords: ['hf_'],
      pattern: String.raw`hf_[A-Za-z0-9]{34,40}(?!\w)`,
      example: () => `hf_${fake.base62(1, 34)}`,
    },
    {
      id: 'huggingface-organization-token',
      keywords: ['api_org_'],
      pattern: String.raw`api_org_[A-Za-z0-9]{34}(?!\w)`,
      example: () => `api_org_${fake.base62(2, 34)}`,
    },
  ],
});

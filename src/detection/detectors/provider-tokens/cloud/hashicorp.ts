import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const hashicorp = vendor({
  name: 'hashicorp',
  url: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
  tokens: [
    {
      id: 'vault-service-token',
      keywords: ['hvs.'],
      pattern: String.raw`hvs\.[\w-]{24,200}(?![\w-])`,
      example: () => `hvs.${fake.base64url(1, 95)}`,
    },
    {
      id: 'vault-batch-token',
      keywords: ['hvb.', 'hvr.'],
      pattern: String.raw`hv[br]\.[\w-]{100,300}(?![\w-])`,
      example: () => `hvb.${fake.base64url(2, 140)}`,
    },
    {
      id: 'terraform-cloud-token',
      keywords: ['.atlasv0.'],
      pattern: String.raw`[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,70}(?![\w-])`,
      example: () => `${fake.base62(3, 14)}.atlasv1.${fake.base64url(4, 67)}`,
      before: [14, 14],
    },
  ],
});

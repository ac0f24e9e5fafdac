import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const jina = vendor({
  name: 'jina',
  url: 'https://jina.ai/embeddings/',
  tokens: [
    {
      id: 'jina-api-key',
      keywords: ['jina_'],
      pattern: String.raw`jina_[\w-]{50,70}(?![\w-])`,
      example: () => `jina_${fake.hex(1, 32)}${fake.base64url(2, 28)}`,
    },
  ],
});

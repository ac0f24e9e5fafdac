import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const pinecone = vendor({
  name: 'pinecone',
  url: 'https://docs.pinecone.io/reference/api/authentication',
  tokens: [
    {
      id: 'pinecone-api-key',
      keywords: ['pcsk_'],
      pattern: String.raw`pcsk_[A-Za-z0-9_]{60,80}(?!\w)`,
      example: () => `pcsk_${fake.base62(1, 6)}_${fake.base62(2, 63)}`,
    },
  ],
});

import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const openai = vendor({
  name: 'openai',
  url: 'https://platform.openai.com/docs/api-reference/authentication',
  tokens: [
    {
      id: 'openai-project-key',
      keywords: ['sk-proj-'],
      pattern: String.raw`sk-proj-[\w-]{40,200}(?![\w-])`,
      example: () => `sk-proj-${fake.base64url(1, 74)}T3BlbkFJ${fake.base64url(2, 74)}`,
    },
    {
      id: 'openai-service-account-key',
      keywords: ['sk-svcacct-', 'sk-service-'],
      pattern: String.raw`sk-(?:svcacct|service)-[\w-]{40,200}(?![\w-])`,
      example: () => `sk-svcacct-${fake.base64url(3, 74)}T3BlbkFJ${fake.base64url(4, 74)}`,
    },
    {
      id: 'openai-admin-key',
      keywords: ['sk-admin-'],
      pattern: String.raw`sk-admin-[\w-]{40,200}(?![\w-])`,
      example: () => `sk-admin-${fake.base64url(5, 58)}T3BlbkFJ${fake.base64url(6, 58)}`,
    },
    {
      id: 'openai-user-key',
      keywords: ['sk-'],
      pattern: String.raw`sk-(?:None-)?[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}(?![A-Za-z0-9])`,
      example: () => `sk-${fake.base62(7, 20)}T3BlbkFJ${fake.base62(8, 20)}`,
    },
  ],
});

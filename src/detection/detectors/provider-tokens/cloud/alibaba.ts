import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const alibaba = vendor({
  name: 'alibaba',
  url: 'https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair',
  tokens: [
    {
      id: 'alibaba-access-key-id',
      keywords: ['ltai'],
      pattern: String.raw`LTAI[A-Za-z0-9]{12,20}(?!\w)`,
      example: () => `LTAI${fake.base62(1, 20)}`,
      isValid: (token) => /[0-9]/.test(token),
    },
  ],
});

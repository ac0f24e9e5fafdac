import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const yandex = vendor({
  name: 'yandex',
  url: 'https://yandex.cloud/en/docs/iam/concepts/authorization/api-key',
  tokens: [
    {
      id: 'yandex-api-key',
      keywords: ['aqvn'],
      pattern: String.raw`AQVN[\w-]{35,38}(?![\w-])`,
      example: () => `AQVN${fake.base64url(1, 36)}`,
    },
    {
      id: 'yandex-oauth-token',
      keywords: ['y0_'],
      pattern: String.raw`y0_[\w-]{50,60}(?![\w-])`,
      example: () => `y0_${fake.base64url(2, 55)}`,
    },
  ],
});

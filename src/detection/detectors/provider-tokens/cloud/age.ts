import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const age = vendor({
  name: 'age',
  url: 'https://github.com/C2SP/C2SP/blob/main/age.md',
  tokens: [
    {
      id: 'age-secret-key',
      keywords: ['age-secret-key-'],
      pattern: String.raw`AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}(?!\w)`,
      example: () =>
        `AGE-SECRET-KEY-1${fake
          .base62(1, 200)
          .toUpperCase()
          .replace(/[^QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]/g, '')
          .slice(0, 58)}`,
    },
  ],
});

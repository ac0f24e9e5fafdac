import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const newrelic = vendor({
  name: 'newrelic',
  url: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
  tokens: [
    {
      id: 'newrelic-user-key',
      keywords: ['nrak-'],
      pattern: String.raw`NRAK-[A-Z0-9]{27}(?!\w)`,
      example: () => `NRAK-${fake.upper36(1, 27)}`,
    },
    {
      id: 'newrelic-insights-key',
      keywords: ['nrii-', 'nriq-', 'nrra-'],
      pattern: String.raw`NR(?:II|IQ|RA)-[\w-]{32,42}(?![\w-])`,
      example: () => `NRII-${fake.base64url(2, 32)}`,
    },
    {
      id: 'newrelic-license-key',
      keywords: ['nral'],
      pattern: String.raw`[0-9a-f]{36}NRAL(?!\w)`,
      example: () => `${fake.hex(3, 36)}NRAL`,
      before: [36, 36],
    },
  ],
});

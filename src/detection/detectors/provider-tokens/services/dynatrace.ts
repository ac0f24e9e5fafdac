import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const dynatrace = vendor({
  name: 'dynatrace',
  url: 'https://docs.dynatrace.com/docs/dynatrace-api/basics/dynatrace-api-authentication',
  tokens: [
    {
      id: 'dynatrace-api-token',
      keywords: ['dt0c00.', 'dt0s00.'],
      pattern: String.raw`dt0[cs]\d\d\.[A-Z0-9]{24}\.[A-Z0-9]{64}(?!\w)`,
      example: () => `dt0c01.${fake.upper36(1, 24)}.${fake.upper36(2, 64)}`,
    },
  ],
});

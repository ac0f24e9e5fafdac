import { expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { fact, smallCatalogue } from '../support/catalogue.ts';

const shipped = openCatalogue(shippedData);
const on = new Date('2026-06-01T23:59:00Z');

test.each([
  ['anthropic', 'pro', '2025-08-28', 'no'],
  ['anthropic', 'pro', '2025-08-29', 'opt_out'],
  ['anthropic', 'enterprise', '2025-08-29', 'no'],
  ['github', 'free', '2026-04-26', 'opt_in'],
  ['github', 'free', '2026-04-27', 'opt_out'],
  ['mistral', 'team', '2026-08-06', 'opt_out'],
  ['mistral', 'team', '2026-08-07', 'per_product'],
  ['perplexity', 'pro', '2026-07-02', 'opt_out'],
  ['perplexity', 'pro', '2026-07-03', 'yes'],
  ['aws', 'codewhisperer-professional', '2024-04-01', 'unknown'],
])('%s %s on %s: training is %s', (vendor, plan, day, training) => {
  expect(shipped.plan(vendor, plan, new Date(day)).training).toBe(training);
});

test('a day is a day in UTC, to its last minute', () => {
  expect(shipped.plan('anthropic', 'pro', new Date('2025-08-28T23:59:59Z')).training).toBe('no');
  expect(shipped.plan('anthropic', 'pro', new Date('2025-08-29T00:00:00Z')).training).toBe('opt_out');
});

test('an answer names the facts it rests on', () => {
  const terms = shipped.plan('anthropic', 'api', new Date('2026-11-26'));
  expect(terms).toMatchObject({
    audience: 'commercial',
    businessUse: 'allowed',
    training: 'no',
    zdr: {
      offered: true,
      how: 'by_agreement',
      excludesModels: ['fable-5', 'fable-5-1', 'mythos-5', 'mythos-5-1'],
      excludesFeatures: expect.arrayContaining(['files', 'batches', 'code_execution', 'mcp_connector']),
    },
    restsOn: {
      audience: ['plan:anthropic/api'],
      businessUse: ['plan:anthropic/api'],
      training: ['anth-com-training'],
      zdr: ['anth-zdr-api', 'anth-zdr-features', 'anth-zdr-models'],
    },
  });
});

test('personal data to xAI is tied to ZDR', () => {
  const terms = shipped.plan('xai', 'api', new Date('2026-11-26'));
  expect(terms.restrictions).toEqual(['personal_data_zdr_only']);
  expect(terms.restsOn.restrictions).toEqual(['xai-pii']);
});

test('what no fact says is unknown, never favourable', () => {
  expect(smallCatalogue().plan('acme', 'solo', on)).toMatchObject({
    training: 'unknown',
    businessUse: 'unknown',
    zdr: { offered: false, how: 'unknown', excludesModels: [], excludesFeatures: [] },
    restsOn: { training: [], zdr: [] },
  });
});

test('of two facts in force the one that takes most counts, whichever comes first', () => {
  const [no, optOut] = [fact({ id: 'one', value: 'no' }), fact({ id: 'two', value: 'opt_out' })];
  for (const facts of [
    [no, optOut],
    [optOut, no],
  ]) {
    const terms = smallCatalogue(facts).plan('acme', 'team', on);
    expect(terms).toMatchObject({ training: 'opt_out', restsOn: { training: ['two'] }, contested: [] });
  }
});

test('sources that contradict each other are both named, and the criterion is contested', () => {
  const terms = smallCatalogue([
    fact({ id: 'one', value: 'no', conflictsWith: ['two'] }),
    fact({ id: 'two', value: 'yes', conflictsWith: ['one'] }),
  ]).plan('acme', 'team', on);
  expect(terms).toMatchObject({ training: 'yes', contested: ['training'], restsOn: { training: ['two', 'one'] } });
});

test('a contradiction is over when one of the two has ended', () => {
  const terms = smallCatalogue([
    fact({ id: 'one', value: 'no', conflictsWith: ['two'] }),
    fact({ id: 'two', value: 'yes', conflictsWith: ['one'], validTo: '2026-03-01' }),
  ]).plan('acme', 'team', on);
  expect(terms).toMatchObject({ training: 'no', contested: [] });
});

test('a fact about one feature does not speak for the plan', () => {
  const terms = smallCatalogue([fact({ feature: 'chat' })]).plan('acme', 'team', on);
  expect(terms.training).toBe('unknown');
  expect(terms.facts).toHaveLength(1);
});

test('a plan nobody has described is refused', () => {
  for (const [vendor, plan] of [
    ['acme', 'gold'],
    ['nobody', 'team'],
  ] as const)
    expect(() => smallCatalogue().plan(vendor, plan, on)).toThrow(
      expect.objectContaining({ code: 'catalogue_plan_unknown', args: { vendor, plan } }),
    );
});

test('plans lists what can be held that day', () => {
  const names = (day: string): readonly string[] =>
    shipped.plans(new Date(day)).flatMap(({ vendor, plan }) => (vendor === 'aws' ? [plan] : []));
  expect(names('2024-01-01')).toEqual(['codewhisperer-individual', 'codewhisperer-professional']);
  expect(names('2026-11-26')).toContain('q-pro');
  expect(names('2026-11-26')).not.toContain('codewhisperer-professional');
});

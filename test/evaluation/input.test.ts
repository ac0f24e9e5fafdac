import { expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { faultsIn, type Known, modelOf, priceOf, unpricedIn } from '../../src/evaluation/input/prepare.ts';
import { premisesOf } from '../../src/evaluation/input/premises.ts';
import { readInput } from '../../src/evaluation/input/read-input.ts';
import type { Input } from '../../src/evaluation/input/schema.ts';
import { estimate, evaluationFile } from '../support/evaluation-file.ts';

const catalogue = openCatalogue(shippedData);
const now = new Date('2026-11-27T12:00:00Z');
const terms = catalogue.plan('anthropic', 'api', now);
const counted = { exchanges: 4_000, exchangesPerYear: 50_000, bytesPerYear: 1_000_000, outsideZdr: 0.125 };
const volumes = {
  from: '2026-10-28T12:00:00Z',
  to: now.toISOString(),
  days: 30,
  all: counted,
  labels: { confidential: counted },
  models: [],
  features: [],
};
const known = { terms, labels: new Set(['confidential', 'restricted']), volumes, today: '2026-11-27' };

function inputOf(text: string): Input {
  const read = readInput(text);
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults));
  return read.read.input;
}

function faultsOf(text: string, of: Known = known): readonly unknown[] {
  const read = readInput(text);
  const faults = read.kind === 'faults' ? read.faults : faultsIn(read.read.input, of).map(read.read.placed);
  return faults.map(({ line, path, code, detail }) => [line, path, code, ...(detail === '' ? [] : [detail])]);
}

test('a sound file has no fault, and measured volumes stand where the file says so', () => {
  expect(faultsOf(evaluationFile())).toEqual([]);
  const { classes, costs } = modelOf(inputOf(evaluationFile()), known);
  expect(classes[0]).toMatchObject({
    label: 'confidential',
    exchanges: { kind: 'exact', value: 50_000 },
    outsideZdr: { kind: 'exact', value: 0.125 },
    loss: { kind: 'amount' },
  });
  expect(costs.map(({ kind, name, option }) => [kind, name, option])).toEqual([
    ['running', 'operation of the detectors', 'redaction'],
    ['price', 'price', 'zdr'],
    ['feature', 'batches', 'zdr'],
    ['model', 'fable-5', 'zdr'],
    ['running', 'work without the assistant', 'block'],
  ]);
  expect(costs[1]?.perYear).toEqual({ kind: 'exact', value: 100 });
});

test.each([
  ['a bare number', '300', [11, 'classes.confidential.incidentsPerMillion', 'range_missing']],
  ['a point as a range', estimate('3', '3', '3'), [11, 'classes.confidential.incidentsPerMillion', 'range_missing']],
  [
    'no 5 %',
    '{ likely: 1, high: 2, estimator: A, source: B, on: 2026-11-20 }',
    [11, 'classes.confidential.incidentsPerMillion.low', 'range_missing'],
  ],
  ['no order', estimate('5', '1', '9'), [11, 'classes.confidential.incidentsPerMillion', 'range_disordered']],
  ['nothing at 5 %', estimate('0', '1', '9'), [11, 'classes.confidential.incidentsPerMillion', 'amount_not_positive']],
  ['no idea', estimate('0.001', '1', '9000'), [11, 'classes.confidential.incidentsPerMillion', 'range_too_wide']],
  [
    'nobody’s estimate',
    '{ low: 1, likely: 2, high: 3, source: B, on: 2026-11-20 }',
    [11, 'classes.confidential.incidentsPerMillion.estimator', 'key_missing', 'string'],
  ],
  [
    'no such day',
    '{ low: 1, likely: 2, high: 3, estimator: A, source: B, on: 2026-02-30 }',
    [11, 'classes.confidential.incidentsPerMillion.on', 'value_invalid', 'YYYY-MM-DD'],
  ],
  [
    'a day to come',
    '{ low: 1, likely: 2, high: 3, estimator: A, source: B, on: 2026-11-28 }',
    [11, 'classes.confidential.incidentsPerMillion.on', 'day_ahead', '≤ 2026-11-27'],
  ],
  [
    'a thousand a year',
    estimate('1', '2000', '30000'),
    [11, 'classes.confidential.incidentsPerMillion', 'incidents_too_many', '≤ 100'],
  ],
])('%s for a rate is refused with its place', (_, rate, fault) => {
  expect(faultsOf(evaluationFile().replace(estimate('0.2', '1', '5'), rate))).toEqual([fault]);
});

test('an estimated volume must be a range too, and a share lie between 0 and 1', () => {
  expect(faultsOf(evaluationFile({ exchanges: '60000' }))).toEqual([
    [10, 'classes.confidential.exchanges', 'range_missing'],
  ]);
  expect(faultsOf(evaluationFile({ exchanges: estimate('2000', '60000', '90000') }))).toEqual([]);
  expect(faultsOf(evaluationFile({ exchanges: 'guessed' }))).toEqual([
    [10, 'classes.confidential.exchanges', 'value_invalid', 'object'],
  ]);
  const share = evaluationFile().replace(estimate('0.2', '0.4', '0.6'), estimate('0.2', '0.4', '1'));
  expect(faultsOf(share)).toEqual([[13, 'classes.confidential.keptShare', 'share_out_of_bounds']]);
});

test('names that mean nothing are told together: keys, labels, what ZDR does not exclude', () => {
  expect(faultsOf(`${evaluationFile()}weather: fine\n`)).toEqual([[35, 'weather', 'key_unknown']]);
  const text = evaluationFile()
    .replace('  confidential:', '  secret:')
    .replace('batches:', 'breakfast:')
    .replace('fable-5:', 'haiku:');
  expect(faultsOf(text).map((fault) => (fault as readonly unknown[]).slice(0, 3))).toEqual([
    [9, 'classes.secret', 'label_unknown'],
    [34, 'options.block.costs.work without the assistant.label', 'label_unknown'],
    [29, 'options.zdr.lostFeatures.breakfast', 'not_excluded'],
    [31, 'options.zdr.lostModels.haiku', 'not_excluded'],
  ]);
});

test('what was not counted cannot be measured', () => {
  const none = { ...volumes, all: { ...counted, exchanges: 0 }, labels: {} };
  expect(faultsOf(evaluationFile(), { ...known, volumes: none })).toEqual([
    [10, 'classes.confidential.exchanges', 'volume_unmeasured', '2026-10-28'],
    [1, 'exchanges', 'volume_unmeasured', '2026-10-28'],
  ]);
});

test('broken YAML, a file of novel length and a bomb of aliases are told, not thrown', () => {
  expect(faultsOf('plan: [')).toEqual([[1, '', 'yaml_broken', expect.any(String)]]);
  expect(faultsOf('plan: x\nplan: y\n')).toEqual([[2, '', 'yaml_broken', expect.stringContaining('unique')]]);
  expect(faultsOf('x'.repeat(200_001))).toEqual([[1, '', 'file_too_long', '≤ 200000']]);
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (let depth = 1; depth < 8; depth += 1)
    bomb.push(
      `${String.fromCharCode(97 + depth)}: &${String.fromCharCode(97 + depth)} [${`*${String.fromCharCode(96 + depth)}, `.repeat(9)}x]`,
    );
  expect(readInput(bomb.join('\n')).kind).toBe('faults');
  expect(readInput('').kind).toBe('faults');
});

test('tiers of a price must rise, and the last has no end', () => {
  const tiers = (first: string, second: string): string =>
    evaluationFile().replace('{ upToExchanges: 1000000, perThousand: 2 }', first).replace('{ perThousand: 1 }', second);
  const fault = (line: number, index: number) => [line, `options.zdr.price.tiers.${index}`, 'tiers_disordered'];
  expect(faultsOf(tiers('{ perThousand: 2 }', '{ perThousand: 1 }'))).toEqual([fault(26, 0)]);
  expect(faultsOf(tiers('{ upToExchanges: 5, perThousand: 2 }', '{ upToExchanges: 9, perThousand: 1 }'))).toEqual([
    fault(27, 1),
  ]);
});

test('a price is that of each tier for what lies in it', () => {
  const price = {
    source: 'x',
    on: '2026-11-02',
    tiers: [{ upToExchanges: 1_000_000, perThousand: 2 }, { perThousand: 1 }],
  };
  expect([0, 500_000, 1_000_000, 3_000_000].map((count) => priceOf(price, count))).toEqual([0, 1_000, 2_000, 4_000]);
  const three = {
    ...price,
    tiers: [{ upToExchanges: 1_000, perThousand: 0 }, { upToExchanges: 2_000, perThousand: 5 }, { perThousand: 3 }],
  };
  expect([1_000, 1_500, 2_000, 4_000].map((count) => priceOf(three, count))).toEqual([0, 2.5, 5, 11]);
});

test('what ZDR excludes without a price in the file is named', () => {
  const unpriced = unpricedIn(inputOf(evaluationFile()), terms);
  expect(unpriced).toContainEqual({ kind: 'feature', name: 'files' });
  expect(unpriced).toContainEqual({ kind: 'model', name: 'mythos-5' });
  expect(unpriced).not.toContainEqual({ kind: 'feature', name: 'batches' });
});

test('premises are the facts of retention, training and ZDR, and the rules of excluded models', () => {
  const keys = premisesOf(catalogue, terms, now).map(({ key }) => key);
  expect(keys).toEqual(
    expect.arrayContaining(['anth-zdr-api', 'anth-api-30', 'anth-com-training', 'model:anthropic/fable-5']),
  );
  expect(keys).not.toContain('anth-com-indem');
  expect(premisesOf(catalogue, terms, new Date('2027-02-01T00:00:00Z'))).toEqual(premisesOf(catalogue, terms, now));
});

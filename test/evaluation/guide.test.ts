import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { unpricedIn, faultsIn } from '../../src/evaluation/input/prepare.ts';
import { readInput } from '../../src/evaluation/input/read-input.ts';

const guide = readFileSync(
  join(import.meta.dirname, '..', '..', 'docs', 'guide', 'decide-on-zero-retention.md'),
  'utf8',
);
const now = new Date('2026-11-27T12:00:00Z');

test('the file in the guide has no fault', () => {
  const text = /```yaml\n(evaluation:[\s\S]+?)```/.exec(guide)?.[1] ?? '';
  const read = readInput(text);
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults));
  const terms = openCatalogue(shippedData).plan('anthropic', 'enterprise', now);
  const counted = { exchanges: 100, exchangesPerYear: 1_000, bytesPerYear: 1, outsideZdr: 0 };
  const volumes = { from: '', to: '', days: 30, all: counted, labels: {}, models: [], features: [] };
  const known = { terms, labels: new Set(['confidential']), volumes, today: '2026-11-27' };
  expect(faultsIn(read.read.input, known)).toEqual([]);
  expect(unpricedIn(read.read.input, terms).length).toBeGreaterThan(0);
});

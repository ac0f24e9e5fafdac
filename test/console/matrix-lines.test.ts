import { expect, test } from 'vitest';
import type { VerdictName } from '../../src/console-api/contract.ts';
import type { ContentName, MatrixCellView, MatrixRowView } from '../../src/console-api/policy-contract.ts';
import { linesByVendor, linesOf, reasonsIn } from '../../src/console/pages/matrix/matrix-lines.ts';

const contents: readonly ContentName[] = ['plain', 'secret', 'personal', 'dictionary'];

/** A cell a content: `allow`, or a verdict with its reasons. */
function cells(label: string, ...decided: readonly (VerdictName | readonly [VerdictName, ...string[]])[]) {
  return contents.map((content, index): MatrixCellView => {
    const one = decided[index] ?? 'allow';
    const [verdict, ...reasons] = typeof one === 'string' ? [one, one] : one;
    return { label, content, verdict, reasons };
  });
}

function row(plan: string, its: readonly MatrixCellView[], more: Partial<MatrixRowView> = {}): MatrixRowView {
  const names = { vendor: 'v', vendorName: 'Vendor', product: 'p', plan, planName: plan };
  return { ...names, audience: 'commercial', agreed: [], contracts: [], cells: its, ...more };
}

const redacting = cells(
  'internal',
  ['allow', 'transmit'],
  ['redact', 'secret'],
  ['redact', 'personal'],
  ['redact', 'd'],
);

test('plans with the same answers for the same reasons share a line, and no others', () => {
  const other = cells('internal', ['allow', 'transmit'], ['redact', 'other'], ['redact', 'personal'], ['redact', 'd']);
  const rows = [
    row('a', redacting),
    row('b', other),
    row('c', redacting),
    row('d', redacting, { audience: 'consumer' }),
    row('e', redacting, { agreed: ['zdr'] }),
  ];
  expect(linesOf(rows).map(({ plans }) => plans.map(({ plan }) => plan))).toEqual([['a', 'c'], ['b'], ['d'], ['e']]);
});

test('vendors come in their order, each with its own lines', () => {
  const rows = [row('a', redacting), row('b', redacting, { vendor: 'w', vendorName: 'Other' }), row('c', redacting)];
  expect(linesByVendor(rows).map(({ vendor, name, lines }) => [vendor, name, lines.length])).toEqual([
    ['v', 'Vendor', 1],
    ['w', 'Other', 1],
  ]);
});

test('a cell says what holds where nothing was found, and beside it only what is otherwise', () => {
  const [line] = linesOf([
    row('a', [...redacting, ...cells('x', 'allow', ['redact', 's'], ['block', 'p'], ['redact', 'd'])]),
  ]);
  expect(line?.cells).toEqual([
    {
      label: 'internal',
      verdict: 'allow',
      reasons: ['transmit'],
      also: [
        {
          verdict: 'redact',
          contents: ['secret', 'personal', 'dictionary'],
          reasons: ['secret', 'personal', 'd'],
          isAll: true,
        },
      ],
    },
    {
      label: 'x',
      verdict: 'allow',
      reasons: ['allow'],
      also: [
        { verdict: 'redact', contents: ['secret', 'dictionary'], reasons: ['s', 'd'], isAll: false },
        { verdict: 'block', contents: ['personal'], reasons: ['p'], isAll: false },
      ],
    },
  ]);
});

test('a row is blocked throughout only if all of it is, and for a reason that all of it shares', () => {
  const blocked = (label: string, more: string) =>
    cells(label, ['block', 'plan', more], ['block', 'plan'], ['block', 'plan'], ['block', 'plan']);
  const blockedBy = (its: readonly MatrixCellView[]) => linesOf([row('a', its)])[0]?.blockedBy;
  expect(blockedBy([...blocked('x', 'a'), ...blocked('y', 'b')])).toEqual(['plan']);
  expect(blockedBy([...blocked('x', 'a'), ...cells('y', 'block', 'block', 'block', 'block')])).toEqual([]);
  expect(blockedBy([...blocked('x', 'a'), ...redacting])).toEqual([]);
  expect(blockedBy([])).toEqual([]);
});

test('the reasons told are those that stand in the table, each once', () => {
  const all = cells('x', ['block', 'plan', 'more'], ['block', 'plan'], ['block', 'plan'], ['block', 'plan']);
  expect(reasonsIn(linesOf([row('a', redacting), row('b', all)]))).toEqual([
    'transmit',
    'secret',
    'personal',
    'd',
    'plan',
  ]);
});

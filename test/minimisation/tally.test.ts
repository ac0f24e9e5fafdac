import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DeclaredPart, partKinds } from '../../src/ledger/index.ts';
import { mondayOf, SavingsTally, Tally } from '../../src/minimisation/index.ts';
import { declaredRecord } from '../support/records.ts';

const tenantId = '01a214db-c8ac-72f1-8b8f-15fa6d8b2740';
const part = fc.record({
  kind: fc.constantFrom(...partKinds),
  bytes: fc.nat(10_000),
  fingerprint: fc.constantFrom('a', 'b', 'c'),
  sent: fc.constantFrom('first' as const, 'again' as const),
});

test('kinds and weeks add up to what left, whatever left', () => {
  fc.assert(
    fc.property(fc.array(fc.array(part, { maxLength: 8 }), { maxLength: 8 }), (exchanges) => {
      const tally = new Tally();
      for (const parts of exchanges) tally.add(declaredRecord({ tenantId, parts }));
      const { byKind, weeks, exchanges: count } = tally.result();
      const sum = (of: readonly { bytes: number }[]): number => of.reduce((all, { bytes }) => all + bytes, 0);
      expect(count).toBe(exchanges.length);
      expect(sum(byKind)).toBe(sum(exchanges.flat()));
      expect(sum(weeks)).toBe(sum(byKind));
      expect(byKind.every(({ bytes, firstBytes }) => firstBytes <= bytes)).toBe(true);
    }),
  );
});

const file = (sent: DeclaredPart['sent'], fingerprint: string): DeclaredPart => ({
  kind: 'file',
  bytes: 100,
  fingerprint,
  sent,
});

test('a file counts once among the distinct ones, and what was held back nowhere', () => {
  const tally = new Tally();
  tally.add(declaredRecord({ tenantId, parts: [file('first', 'a'), file('again', 'a'), file('first', 'b')] }));
  tally.add({ ...declaredRecord({ tenantId, parts: [file('first', 'c')] }), verdict: 'block' });
  expect(tally.result()).toMatchObject({ exchanges: 1, stopped: 1, distinctFiles: { files: 2, bytes: 200 } });
});

test('what was kept as counts is in the sums by kind', () => {
  const tally = new Tally();
  const counts = [{ kind: 'git_state', parts: 2, bytes: 30, firstBytes: 20, findings: {} }] as const;
  tally.add({ ...declaredRecord({ tenantId, parts: [] }), isCountsOnly: true, counts });
  expect(tally.result()).toMatchObject({
    countsOnly: 1,
    byKind: [{ kind: 'git_state', parts: 2, bytes: 30, firstBytes: 20 }],
    unread: [{ kind: 'instruction_file' }, { kind: 'git_state', firstBytes: 20 }, { kind: 'command_output' }],
  });
});

test('a week begins on Monday', () => {
  expect(['2026-11-29T23:59:59.999Z', '2026-11-30T00:00:00.000Z', '2027-01-01T12:00:00.000Z'].map(mondayOf)).toEqual([
    '2026-11-23',
    '2026-11-30',
    '2026-12-28',
  ]);
});

test('savings are of what left, and of what other rules change about it', () => {
  const savings = new SavingsTally();
  const record = declaredRecord({ tenantId, parts: [file('first', 'a'), file('again', 'b')] });
  const [block, allow] = [{ verdict: 'block' as const }, { verdict: 'allow' as const }];
  savings.add(record, { ...block, parts: [block, allow] }, false);
  savings.add(record, { ...allow, parts: [allow, allow] }, true);
  savings.add({ ...record, verdict: 'block' }, { ...block, parts: [block, block] }, false);
  savings.add({ ...record, verdict: 'redact' }, { verdict: 'redact', parts: [{ verdict: 'redact' }, allow] }, false);
  expect(savings.result()).toEqual({
    looked: 3,
    unknown: 1,
    blocked: { exchanges: 1, bodyBytes: 10 },
    redacted: { exchanges: 0 },
    parts: [{ kind: 'file', verdict: 'block', parts: 1, bytes: 100 }],
  });
});

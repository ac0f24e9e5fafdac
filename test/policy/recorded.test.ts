import { expect, test } from 'vitest';
import { type Difference, diffPolicies, explain, loadPolicy, type RecordedExchange } from '../../src/policy/index.ts';
import { exchangeFacts, found, part, policyOf } from '../support/policy.ts';

const before = loadPolicy([]);
const after = policyOf('workspaces: {open: {ceiling: internal}}');

function recorded(exchangeId: string, workspace: string, paths: readonly string[]): RecordedExchange {
  const parts = [part('prompt'), ...paths.map((path) => part('file', { path }))];
  return {
    exchangeId,
    recordedAt: '2026-11-20T10:00:00Z',
    facts: exchangeFacts({ workspace }),
    parts,
    repositories: [],
    unknown: ['roles'],
  };
}

async function* stream(...exchanges: readonly RecordedExchange[]): AsyncGenerator<RecordedExchange> {
  yield* exchanges;
}

test('what two policies decide otherwise is told, with the parts that make the difference', async () => {
  const env = ['/w/1.env', '/w/2.env', '/w/2.env', '/w/3.env', '/w/4.env', '/w/5.env', '/w/6.env'];
  const past = stream(
    recorded('1', 'open', ['/w/a.ts']),
    recorded('2', 'open', ['/w/a.ts', ...env]),
    recorded('3', 'closed', env),
  );
  const differences: Difference[] = [];
  for await (const difference of diffPolicies(before, after, past)) differences.push(difference);
  expect(differences).toEqual([
    {
      exchangeId: '2',
      recordedAt: '2026-11-20T10:00:00Z',
      before: { verdict: 'allow', reasons: ['transmit'] },
      after: { verdict: 'block', reasons: ['label-above-ceiling'] },
      parts: [
        {
          kind: 'file',
          before: { verdict: 'allow', label: 'confidential', reasons: ['transmit'], redact: [] },
          after: { verdict: 'block', label: 'confidential', reasons: ['label-above-ceiling'], redact: [] },
          count: 7,
          paths: ['/w/1.env', '/w/2.env', '/w/3.env', '/w/4.env', '/w/5.env'],
        },
      ],
      unknown: ['roles'],
    },
  ]);
});

test('another reason and another redaction are differences, the same policy is none', async () => {
  const secret = { ...recorded('1', 'open', []), parts: [part('file', { findings: [found.secret, found.personal] })] };
  const differ = async (one: typeof before, other: typeof before) => {
    const differences = diffPolicies(one, other, stream(secret));
    return (await Array.fromAsync(differences)).map(({ after: { verdict, reasons } }) => [verdict, reasons]);
  };
  expect(await differ(before, loadPolicy([]))).toEqual([]);
  expect(await differ(before, policyOf('withoutDefaultPolicies: [personal-data]'))).toEqual([['redact', ['secret']]]);
});

test('an exchange is explained by groups of its parts, the blocked ones first', () => {
  const exchange = recorded('1', 'open', ['/w/a.ts', '/w/b.ts', '/w/.env', '/w/x.kdbx']);
  const { decision, parts } = explain(before, exchange);
  expect(decision.verdict).toBe('block');
  expect(parts.map(({ kind, decided, count, paths }) => [decided.verdict, decided.label, kind, count, paths])).toEqual([
    ['block', 'prohibited', 'file', 1, ['/w/x.kdbx']],
    ['allow', 'internal', 'file', 2, ['/w/a.ts', '/w/b.ts']],
    ['allow', 'internal', 'prompt', 1, []],
    ['allow', 'confidential', 'file', 1, ['/w/.env']],
  ]);
});

test('a file that a command names, or that its repository wants kept closer, counts again as it did then', () => {
  const sealed = policyOf('labels: [{name: internal}, {name: sealed, paths: ["*.key"], neverLeaves: true}]');
  const verdicts = (exchange: Partial<RecordedExchange>) =>
    explain(sealed, { ...recorded('1', 'open', []), ...exchange }).decision.verdict;
  const shown = { ...part('command_output'), command: 'cat /w/house.key' };
  expect(verdicts({ parts: [{ ...shown, command: 'cat /w/a.ts' }] })).toBe('allow');
  expect(verdicts({ parts: [shown] })).toBe('block');
  const parts = [part('file', { path: '/w/pay/prices.ts' })];
  const repositories = [{ root: '/w/pay', labels: { sealed: ['prices.ts'] } }];
  expect([verdicts({ parts }), verdicts({ parts, repositories })]).toEqual(['allow', 'block']);
});

import { expect, test } from 'vitest';
import { ScanThread } from '../../../src/cli/detect/scan-thread.ts';
import { madeUp } from '../../support/secrets.ts';

const sources = { without: [], rules: [], dictionaries: [] };
const program = new URL('../../support/hanging-scan-worker.ts', import.meta.url);

async function scan(texts: readonly string[], options: Partial<Parameters<typeof ScanThread.start>[0]> = {}) {
  const thread = await ScanThread.start({ sources, ...options });
  try {
    return await thread.scan(texts.map((text) => ({ text })));
  } finally {
    await thread.stop();
  }
}

test('answers each text in its order', async () => {
  const outcomes = await scan(['nothing', `password="${madeUp.password}"`]);
  expect(outcomes).toEqual([
    { findings: [] },
    { findings: [expect.objectContaining({ kind: 'password', start: 10 })] },
  ]);
});

test('a text beyond its time has no findings, but a reason', async () => {
  expect(await scan(['a'.repeat(100_000)], { budgetMsOf: () => 0 })).toEqual([{ unscanned: 'timed_out' }]);
});

test('a text that hangs or breaks the thread costs only itself', async () => {
  const outcomes = await scan(['a', 'hang', 'b', 'break', 'c'], { program, budgetMsOf: () => 50 });
  expect(outcomes).toEqual([
    { findings: [] },
    { unscanned: 'timed_out' },
    { findings: [] },
    { unscanned: 'failed' },
    { findings: [] },
  ]);
});

test('batches asked for at once are answered one after the other', async () => {
  const thread = await ScanThread.start({ sources, program, budgetMsOf: () => 50 });
  const answers = await Promise.all(
    [['a'], ['hang'], ['b']].map((texts) => thread.scan(texts.map((text) => ({ text })))),
  );
  await thread.stop();
  expect(answers).toEqual([[{ findings: [] }], [{ unscanned: 'timed_out' }], [{ findings: [] }]]);
});

test('rules that cannot be used are refused with their file', async () => {
  const rules = [{ file: 'mine.toml', text: '[[rules]]\nid = "x"\nregex = "abc"\nfoo = 1\n' }];
  await expect(ScanThread.start({ sources: { ...sources, rules } })).rejects.toMatchObject({
    refused: { file: 'mine.toml', code: 'detection_rule_unsupported', args: { rule: 'x', construct: 'foo' } },
  });
});

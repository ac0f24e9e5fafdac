import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { VendorReply } from '../../src/demo/index.ts';
import { digestLines, type ExchangeFinished, keyedMark, marksOf } from '../../src/ledger/index.ts';
import { tenantFingerprintKey } from '../../src/tenancy/index.ts';
import { passagesOfCall, passagesOfText } from '../../src/gateway/outputs/passages.ts';
import { textAnswer } from '../support/answers.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { eventually, hello, send } from '../support/http.ts';
import { toolAnswer } from '../support/written.ts';

let database: TestDatabase;
let post: GatewayUnderTest;
let reply: () => VendorReply = () => textAnswer('Hello.');

beforeAll(async () => {
  database = await createDatabase();
  post = await startTestGateway({ store: database.store, reply: () => reply() });
});
afterEach(() => {
  reply = () => textAnswer('Hello.');
});
afterAll(async () => {
  await post.stop();
  await database.drop();
});

async function written(answer: VendorReply, isStream = true): Promise<ExchangeFinished['written']> {
  reply = () => answer;
  const before = (await ends()).length;
  await send(post.url, post.key, { body: JSON.stringify({ ...hello, stream: isStream }) });
  return (await eventually(ends, (found) => found.length > before)).at(-1)?.written;
}

async function ends(): Promise<readonly ExchangeFinished[]> {
  return (await post.records()).filter((record) => record.kind === 'exchange_finished');
}

const line = (word: string): string => `const ${word} = readTheWholeBasket("${word}", 42);`;

async function marksFor(...texts: readonly string[]): Promise<readonly string[]> {
  const key = await tenantFingerprintKey(post.tenancy, post.tenant.id);
  return texts.flatMap((text) => digestLines(text).flatMap((own) => (own.line ? [keyedMark(key, own.line)] : [])));
}

test.each([true, false])('marks what each tool writes, in a stream or not (%s)', async (isStream) => {
  const path = '/home/ada/shop/src/basket.ts';
  const calls = [
    { name: 'Write', input: { file_path: path, content: `${line('whole')}\n}\n` } },
    {
      name: 'Edit',
      input: { file_path: path, old_string: line('stood'), new_string: `${line('stood')}\n${line('edited')}` },
    },
    { name: 'MultiEdit', input: { file_path: path, edits: [{ old_string: 'x', new_string: line('many') }] } },
    { name: 'NotebookEdit', input: { notebook_path: '/home/ada/a.ipynb', new_source: line('cell') } },
    { name: 'Bash', input: { command: `cat > a.ts <<'EOF'\n${line('heredoc')}\nEOF\necho done` } },
    { name: 'Bash', input: { command: `git apply <<EOF\n@@ -1 +1 @@\n-${line('gone')}\n+${line('patched')}\nEOF` } },
    { name: 'Read', input: { file_path: path } },
  ];
  const found = await written(toolAnswer(calls, `See:\n\`\`\`ts\n${line('shown')}\n\`\`\`\nDone.`), isStream);
  const by = found?.passages.map((passage) => passage.by);
  expect(by).toEqual(['code_block', 'write', 'edit', 'edit', 'notebook', 'heredoc', 'heredoc']);
  const marks = found?.passages.flatMap(({ lineMarks }) => marksOf(lineMarks));
  const words = ['shown', 'whole', 'edited', 'many', 'cell', 'heredoc', 'patched'];
  expect(marks).toEqual(await marksFor(...words.map(line)));
  expect(found?.passages[1]).toMatchObject({ path, lines: 3, unmarked: 2 });
});

test('keeps none of the text, and nothing where nothing was written', async () => {
  const canary = 'const canaryInTheMine = "tweets, and says nothing";';
  const found = await written(toolAnswer([{ name: 'Write', input: { file_path: 'a.ts', content: canary } }]));
  expect(found?.passages).toHaveLength(1);
  expect(JSON.stringify(await post.records())).not.toContain('canaryInTheMine');
  expect(await written(textAnswer('No code here.'))).toBeUndefined();
});

test('an answer that was cut short counts with what came of it', async () => {
  const start = {
    type: 'content_block_start',
    index: 0,
    content_block: { type: 'tool_use', id: 't', name: 'Write', input: {} },
  };
  const half = {
    type: 'content_block_delta',
    index: 0,
    delta: { type: 'input_json_delta', partial_json: '{"content":"con' },
  };
  const found = await written({
    kind: 'raw',
    write: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`event: a\ndata: ${JSON.stringify(start)}\n\nevent: b\ndata: ${JSON.stringify(half)}\n\n`);
      response.destroy();
    },
  });
  expect(found).toBeUndefined();
});

test('a long run of backquotes, or of here-documents without an end, is read once', () => {
  const fences = `${'`'.repeat(1_000_000)}${'~'.repeat(1_000_000)}`;
  expect(passagesOfText(fences)).toEqual([]);
  expect(passagesOfText(`${'```\n'.repeat(100_001)}rest`)).toHaveLength(1);
  const command = 'cat <<\'A\' <<"B" << C\n'.repeat(50_000);
  expect(passagesOfCall('Bash', { command })).toHaveLength(1);
});

test('a fence ends at one as long as itself', () => {
  const [block] = passagesOfText('````md\n```ts\nx\n```\n````\nafter');
  expect(block?.text).toBe('```ts\nx\n```');
});

test('of an answer that writes more than is marked, the record is bounded and says so', async () => {
  const content = Array.from({ length: 20_000 }, (_, index) => line(`name${index}`)).join('\n');
  const found = await written(toolAnswer([{ name: 'Write', input: { file_path: 'a.ts', content } }]));
  expect(found?.isPartial).toBe(true);
  expect(found?.passages[0]?.lines).toBe(20_000);
  expect(JSON.stringify(found).length).toBeLessThan(600_000);
});

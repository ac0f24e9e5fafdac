import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startVendor, type Vendor, type VendorReply } from '../../src/demo/index.ts';
import type { LedgerRecord } from '../../src/ledger/index.ts';
import { superRole } from '../../src/store/index.ts';
import { textAnswer } from '../support/answers.ts';
import { type Ran, run, type Running, start } from '../support/cli.ts';
import { call, result, user } from '../support/declare.ts';
import { makeFolder } from '../support/folder.ts';
import { eventually, send } from '../support/http.ts';
import { bodyOf, iban, token } from '../support/sensitive.ts';

/*
 * A string that stands nowhere else is sent through every way there is into a workspace under zero retention, and through
 * one way into another workspace, which shows that the search finds what is kept.
 */
const canary = `Cn${randomBytes(9).toString('hex')}`;
const control = `Ct${randomBytes(9).toString('hex')}`;

const policy = `
workspaces: { sealed: { zdr: true } }
contracts: { anthropic: { plan: anthropic/api, zdr: { since: 2026-01-01, document: "DPA 7" } } }
`;

let folder: string;
let temporary: string;
let vendor: Vendor;
let post: Running;
let gatewayUrl: string;
let sealedKey: string;
let openKey: string;

const echo = (): VendorReply => ({
  kind: 'answer',
  answer: {
    id: `msg_${canary}`,
    model: `claude-opus-5-5-${canary}`,
    blocks: [{ type: 'text', text: `You said ${canary}.` }],
    usage: { input: 10, output: 5, cacheRead: 7, cacheCreation: 3 },
  },
});
const failed: VendorReply = {
  kind: 'json',
  status: 400,
  body: JSON.stringify({ type: 'error', error: { type: 'invalid_request_error', message: canary } }),
  headers: { 'x-canary': canary },
};
const brokenOff: VendorReply = {
  kind: 'raw',
  write: (response) => void response.write(canary, () => response.destroy()),
};
const replies: VendorReply[] = [];

beforeAll(async () => {
  folder = await makeFolder();
  temporary = join(folder, 'tmp');
  await mkdir(temporary);
  await mkdir(join(folder, 'policy'));
  await writeFile(join(folder, 'policy', 'octroi.yaml'), policy);
  vendor = await startVendor({ organizationId: 'org-1', reply: () => replies.shift() ?? textAnswer('Hello.') });
  const environment = { TMPDIR: temporary, OCTROI_POLICY_FOLDER: join(folder, 'policy') };
  post = start(['up', '--json'], { folder, environment });
  gatewayUrl = JSON.parse(await post.until('\n')).gatewayUrl;
  const credential = ['sk', 'ant', 'api03', 'a'.repeat(30)].join('-');
  await run(['contract', 'add', '--upstream', vendor.url, '--organization', 'org-1'], { folder, input: credential });
  sealedKey = await keyFor('sealed');
  openKey = await keyFor('open');
}, 120_000);

afterAll(async () => {
  await vendor.close();
  await rm(folder, { recursive: true, force: true });
});

async function keyFor(workspace: string): Promise<string> {
  const { out } = await run(['key', 'create', '--person', 'Ada', '--workspace', workspace, '--json'], { folder });
  return JSON.parse(out).key;
}

const stated = (word: string) => ({
  'user-agent': `${word}/1.0.0 (${word})`,
  'x-claude-code-session-id': word,
  'x-claude-code-agent-id': word,
  'x-stainless-os': word,
});

const conversation = (word: string, said = '') =>
  bodyOf(
    [
      user(`${word} ${said}`),
      call('Read', { file_path: `/home/ada/${word}/${word}.ts` }),
      result('Read', `     1\tconst a = '${word}'\n`),
      call('Bash', { command: `cat ${word}.txt # ${word}` }),
      result('Bash', word),
    ],
    { metadata: { user_id: `user_${word}_account__session_${word}` }, tools: [{ name: word, input_schema: {} }] },
  );

const hook = (event: object) =>
  send(gatewayUrl, sealedKey, {
    path: '/hooks/claude-code',
    body: JSON.stringify({ session_id: canary, ...event }),
    headers: stated(canary),
  });

const told = (name: string, attributes: Readonly<Record<string, string>>) => ({
  body: { stringValue: `claude_code.${name}` },
  attributes: Object.entries({ 'event.name': name, 'session.id': canary, ...attributes }).map(([key, value]) => ({
    key,
    value: { stringValue: value },
  })),
});

const telemetry = {
  resourceLogs: [
    {
      scopeLogs: [
        {
          logRecords: [
            told('tool_result', {
              tool_name: `mcp__${canary}`,
              error_type: canary,
              decision_type: canary,
              decision_source: canary,
              tool_input: JSON.stringify({ file_path: `/${canary}.ts` }),
            }),
            told('tool_decision', { tool_name: canary, decision: canary, source: canary }),
            told('retention_sweep', { result: canary, skip_reason: canary }),
            told('user_prompt', { prompt: canary }),
          ],
        },
      ],
    },
  ],
};

const multipart = [
  '--b',
  `content-disposition: form-data; name="file"; filename="${canary}.txt"`,
  'content-type: text/plain',
  '',
  canary,
  '--b--',
  '',
].join('\r\n');

const ask = (sent: Parameters<typeof send>[2]) =>
  send(gatewayUrl, sealedKey, { headers: stated(canary), ...sent }).catch((fault: Error) => ({
    status: 0,
    text: fault.message,
  }));

/** Everything a client can send, and what must come of it. */
async function sendEverywhere(): Promise<readonly number[]> {
  const answers = [];
  for (const reply of [echo(), failed, brokenOff]) {
    replies.push(reply);
    answers.push(await ask({ body: conversation(canary) }));
  }
  answers.push(await ask({ body: conversation(canary, `${token} ${iban} ${canary}@example.org`) }));
  answers.push(await ask({ body: bodyOf([user(canary)], { model: canary }) }));
  answers.push(await ask({ body: bodyOf([user(canary)], { stream: true }) }));
  answers.push(await ask({ body: `{"model":"${canary}","messages":[{"role":"user","content":"${canary}` }));
  answers.push(await ask({ body: canary, headers: { ...stated(canary), 'content-type': `text/${canary}` } }));
  answers.push(await ask({ body: canary, headers: { ...stated(canary), 'content-encoding': canary } }));
  answers.push(await ask({ path: `/v1/${canary}`, body: canary }));
  answers.push(await ask({ path: `/v1/messages?${canary}=${token}`, body: conversation(canary) }));
  answers.push(await ask({ path: '/v1/messages/count_tokens', body: bodyOf([user(canary)]) }));
  answers.push(await ask({ path: `/v1/models/${canary}`, method: 'GET' }));
  answers.push(
    await ask({
      path: '/v1/files',
      body: multipart,
      headers: { ...stated(canary), 'content-type': 'multipart/form-data; boundary=b' },
    }),
  );
  const files = [{ root: `/${canary}`, text: `labels: {restricted: [${canary}]}` }];
  answers.push(await ask({ path: '/hooks/repository-labels', body: JSON.stringify({ session_id: canary, files }) }));
  answers.push(await hook({ hook_event_name: 'UserPromptSubmit', prompt: `${canary} ${token}` }));
  answers.push(
    await hook({
      hook_event_name: 'PreToolUse',
      tool_name: `mcp__${canary}`,
      tool_input: { file_path: `/${canary}.ts`, command: `${canary} ${token}` },
    }),
  );
  answers.push(
    await hook({ hook_event_name: 'PostToolUse', tool_name: 'Bash', tool_input: {}, tool_response: canary }),
  );
  answers.push(await ask({ path: '/v1/logs', body: JSON.stringify(telemetry) }));
  return answers.map(({ status }) => status);
}

async function filesUnder(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function filesHolding(word: string): Promise<readonly string[]> {
  const forms = [
    Buffer.from(word),
    Buffer.from(word, 'utf16le'),
    Buffer.from(Buffer.from(word).toString('hex')),
    ...[0, 1, 2].map((shift) => Buffer.from(Buffer.from(word).subarray(shift).toString('base64').slice(0, -4))),
  ];
  const found = [];
  for (const file of await filesUnder(folder)) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0)); // Gone by now, as a temporary table's may be.
    if (forms.some((form) => bytes.includes(form))) found.push(file);
  }
  return found;
}

async function rowsHolding(word: string): Promise<readonly string[]> {
  const sockets = (await readdir(join(folder, 'data'), { recursive: true })).find((name) => name.includes('.s.PGSQL.'));
  const host = join(folder, 'data', sockets ?? '', '..');
  const client = new Client({ host, user: superRole, database: 'octroi' });
  await client.connect();
  try {
    await client.query('checkpoint');
    const { rows } = await client.query(
      `select table_name from information_schema.tables where table_schema = 'public'`,
    );
    const found = [];
    for (const { table_name: table } of rows) {
      const { rows: lines } = await client.query(`select t::text as line from "${table}" t`);
      if (lines.some(({ line }) => line.includes(word) || line.includes(Buffer.from(word).toString('hex'))))
        found.push(table);
    }
    expect(rows.length).toBeGreaterThan(15);
    return found;
  } finally {
    await client.end();
  }
}

const exported = async (...more: string[]): Promise<Ran> => run(['export', ...more], { folder });

test('a canary in a workspace under zero retention is in no table, file, log or export', async () => {
  if (process.platform === 'linux')
    expect(await readFile(`/proc/${post.pid}/limits`, 'utf8')).toMatch(/Max core file size +0 +0 /);
  const statuses = await sendEverywhere();
  expect(statuses.slice(0, 3)).toEqual([200, 400, expect.any(Number)]);
  expect(statuses.filter((status) => status === 500)).toEqual([]);
  expect(vendor.requests.some(({ body }) => body.includes(canary))).toBe(true);
  const plain = await send(gatewayUrl, openKey, { body: conversation(control), headers: stated(control) });
  expect(plain.status).toBe(200);
  const { out } = await eventually(
    () => exported(),
    (ran) => ran.out.split('\n').filter((line) => line.includes('"exchange_finished"')).length >= 6,
  );
  expect(out).toContain(control);
  expect(out).not.toContain(canary);
  const verifiable = await exported('--verifiable');
  expect(verifiable.out).toContain(control);
  expect(verifiable.out).not.toContain(canary);
  expect(await run(['ledger', 'export', join(folder, 'log'), '--records'], { folder })).toMatchObject({ code: 0 });
  expect(await rowsHolding(canary)).toEqual([]);
  expect(await rowsHolding(control)).toContain('ledger_record');
  const whileItRuns = await filesHolding(canary);
  const ended = await post.stop();
  expect([ended.out, ended.err].join('\n')).not.toContain(canary);
  expect(whileItRuns).toEqual([]);
  expect(await filesHolding(canary)).toEqual([]);
  expect(await filesHolding(control)).toContainEqual(expect.stringMatching(/\/postgres\//));
  const records = out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as LedgerRecord]));
  assertCounted(records);
}, 180_000);

// Leaves and counts remain: each exchange has its declaration, and what it carried adds up.
function assertCounted(records: readonly LedgerRecord[]): void {
  const declared = records.filter((record) => record.kind === 'exchange_declared');
  const counted = declared.filter(({ isCountsOnly }) => isCountsOnly);
  expect(counted.length).toBeGreaterThan(5);
  for (const { parts, counts = [], labels = [], request, client } of counted) {
    expect(parts).toEqual([]);
    expect(client).toEqual({});
    const bytes = counts.reduce((sum, count) => sum + count.bytes, 0);
    if (request.path !== '/v1/models') expect(bytes).toBe(request.bodyBytes);
    expect(labels.reduce((sum, label) => sum + label.bytes, 0)).toBe(bytes);
  }
  const found = counted.flatMap(({ counts = [] }) => counts.flatMap(({ findings }) => findings['secret'] ?? []));
  expect(found).toContain(1);
  expect(counted.find(({ counts = [] }) => counts.some(({ kind }) => kind === 'file'))).toMatchObject({
    verdict: 'allow',
    request: { model: 'claude-opus-5-5' },
    labels: [{ label: 'internal' }],
  });
  expect(records).toContainEqual(expect.objectContaining({ kind: 'hook_answered', counts: { secret: 1 } }));
  expect(records).toContainEqual(expect.objectContaining({ kind: 'tool_result', tool: 'other' }));
}

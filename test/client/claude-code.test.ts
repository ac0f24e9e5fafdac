import { execFileSync, spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AnswerBlock, VendorReply, VendorRequest } from '../../src/demo/index.ts';
import { keyedFingerprint } from '../../src/base/index.ts';
import { type DeclaredPart, digestLines, type ExchangeDeclared, keyedMark, marksOf } from '../../src/ledger/index.ts';
import { loadPolicy } from '../../src/policy/index.ts';
import { tenantFingerprintKey } from '../../src/tenancy/index.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { installClient } from '../support/clients.ts';
import { makeFolder } from '../support/folder.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { password, standInIn } from '../support/sensitive.ts';
import { type RecordingProxy, startRecordingProxy } from '../support/recording-proxy.ts';

let claude: string;
let database: TestDatabase;
let post: GatewayUnderTest;
let proxy: RecordingProxy;
let folder: string;
let project: string;
let policy = loadPolicy([]);
/** What the vendor answers, step by step; some steps depend on what it was asked. */
let steps: readonly (AnswerBlock | ((asked: string) => AnswerBlock))[] = [];

beforeAll(async () => {
  claude = join(
    await installClient('@anthropic-ai/claude-code'),
    'node_modules',
    '@anthropic-ai',
    `claude-code-${process.platform}-${process.arch}`,
    'claude',
  );
  database = await createDatabase();
  post = await startTestGateway({ store: database.store, reply: playSteps, policy: () => policy });
  proxy = await startRecordingProxy();
});
afterAll(async () => {
  await post.stop();
  await proxy.close();
  await database.drop();
});
beforeEach(async () => {
  folder = await makeFolder();
  project = join(folder, 'project');
  await mkdir(join(project, 'src'), { recursive: true });
  await mkdir(join(folder, 'home'));
  await writeFile(join(project, 'README.md'), '# Widgets\n\nCosts 3 €.\n');
  await writeFile(join(project, 'src', 'app.py'), 'import os\n\nLIMIT = 1\n');
  await writeFile(join(project, 'notes.txt'), 'one\ntwo\n');
  await writeFile(join(project, 'CLAUDE.md'), '# Rules\n- be brief\n');
});
afterEach(async () => {
  policy = loadPolicy([]);
  await rm(folder, { recursive: true, force: true });
});

/** The vendor's script: the next step for each tool result the conversation holds, then a closing word. */
function playSteps(request: VendorRequest): VendorReply {
  const body = JSON.parse(request.body.toString()) as { model: string; messages: { content: unknown }[] };
  const blocks = body.messages.flatMap(({ content }) =>
    Array.isArray(content) ? (content as { type: string }[]) : [],
  );
  const done = blocks.filter(({ type }) => type === 'tool_result').length;
  const step = steps[done] ?? { type: 'text', text: 'All is done.' };
  const block = typeof step === 'function' ? step(request.body.toString()) : step;
  const usage = { input: 10, output: 5, cacheRead: 0, cacheCreation: 0 };
  return { kind: 'answer', answer: { id: `msg_${done}`, model: body.model, blocks: [block], usage } };
}

const call = (id: number, name: string, input: Readonly<Record<string, unknown>>): AnswerBlock => ({
  type: 'tool_use',
  id: `toolu_${id}`,
  name,
  input,
});

type Ran = { readonly code: number | null; readonly output: string };

/** Runs the real client with a home and an environment of its own; whatever it asks of another host is refused and kept. */
async function runClaude(
  prompt: string,
  environment: Readonly<Record<string, string>>,
  more: readonly string[] = [],
): Promise<Ran> {
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: join(folder, 'home'),
    ANTHROPIC_BASE_URL: post.url,
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL: '1',
    HTTPS_PROXY: proxy.url,
    HTTP_PROXY: proxy.url,
    NO_PROXY: '127.0.0.1',
    ...environment,
  };
  const child = spawn(claude, ['-p', prompt, '--allowedTools', 'Read,Bash,Edit,Write', ...more], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output };
}

async function declarations(): Promise<readonly ExchangeDeclared[]> {
  return (await post.records()).filter((record) => record.kind === 'exchange_declared');
}

const line = (part: DeclaredPart): string =>
  [part.kind, part.source, part.path ?? part.command, part.lines?.join('-')]
    .filter((word) => word !== undefined)
    .join(' ');

test('Claude Code edits a file that holds a secret, which the vendor never sees', async () => {
  const settings = join(project, 'settings.env');
  await writeFile(settings, `DB_HOST=db\nDB_PASSWORD=${password}\n`);
  steps = [
    call(1, 'Read', { file_path: settings }),
    (asked) => {
      const written = `DB_PASSWORD=${standInIn(asked, 'password')}`;
      const input = {
        file_path: settings,
        old_string: written,
        new_string: `${written}\nDB_PORT=5432`,
        replace_all: false,
      };
      return call(2, 'Edit', input);
    },
    (asked) => call(3, 'Bash', { command: `echo ${standInIn(asked, 'password')}`, description: 'Say it' }),
    (asked) => ({ type: 'text', text: `It stays ${standInIn(asked, 'password')}.` }),
  ];
  const before = post.vendor.requests.length;
  const ran = await runClaude('add the port', { ANTHROPIC_AUTH_TOKEN: post.key });
  expect(ran).toEqual({ code: 0, output: `It stays ${password}.\n` });
  expect(await readFile(settings, 'utf8')).toBe(`DB_HOST=db\nDB_PASSWORD=${password}\nDB_PORT=5432\n`);

  const asked = post.vendor.requests.slice(before).map(({ body }) => body.toString());
  expect(asked.filter((body) => body.includes(password))).toEqual([]);
  const standIn = standInIn(asked.at(-1) ?? '', 'password');
  // The file, its line in the edit twice, the file's new lines, the command, and what it printed: one stand-in for all.
  expect((asked.at(-1)?.split(standIn).length ?? 0) - 1).toBeGreaterThanOrEqual(5);
  const last = (await declarations()).at(-1);
  expect(last?.verdict).toBe('redact');
  expect(last?.parts.flatMap(({ findings }) => findings ?? []).every(({ kind }) => kind === 'password')).toBe(true);
}, 120_000);

test('what the model wrote is recognised in the file that Claude Code wrote, the values put back in it', async () => {
  const [source, copy] = [join(project, 'source.env'), join(project, 'copy.env')];
  await writeFile(source, `DB_PASSWORD=${password}\n`);
  steps = [
    call(1, 'Read', { file_path: source }),
    (asked) =>
      call(2, 'Write', {
        file_path: copy,
        content: `DB_PASSWORD=${standInIn(asked, 'password')}\nDB_HOST=database.internal\n`,
      }),
    { type: 'text', text: 'Copied.' },
  ];
  await runClaude('copy it', { ANTHROPIC_AUTH_TOKEN: post.key });
  const key = await tenantFingerprintKey(post.tenancy, post.tenant.id);
  const inTree = digestLines(await readFile(copy, 'utf8')).flatMap((of) => (of.line ? [keyedMark(key, of.line)] : []));
  const passages = (await post.records()).flatMap((record) =>
    record.kind === 'exchange_finished' ? (record.written?.passages ?? []) : [],
  );
  const written = passages.find(({ path }) => path?.endsWith('copy.env'));
  expect(inTree).toHaveLength(2);
  expect(marksOf(written?.lineMarks ?? '')).toEqual(inTree);
  expect(JSON.stringify(passages)).not.toContain(password);
}, 120_000);

test('Claude Code reads, runs, edits and mentions through octroi, and each file that left is declared', async () => {
  execFileSync('git', ['init', '-q'], { cwd: project });
  const app = join(project, 'src', 'app.py');
  steps = [
    call(1, 'Read', { file_path: app }),
    call(2, 'Bash', { command: 'cat notes.txt', description: 'Show the notes' }),
    call(3, 'Edit', { file_path: app, old_string: 'LIMIT = 1', new_string: 'LIMIT = 2', replace_all: false }),
    call(4, 'Write', { file_path: join(project, 'new.txt'), content: 'hello\n' }),
  ];
  const before = (await declarations()).length;
  const ran = await runClaude('look at @README.md and raise the limit', { ANTHROPIC_AUTH_TOKEN: post.key });
  expect(ran).toEqual({ code: 0, output: 'All is done.\n' });
  expect(await readFile(app, 'utf8')).toBe('import os\n\nLIMIT = 2\n');
  expect(await readFile(join(project, 'new.txt'), 'utf8')).toBe('hello\n');

  const mine = (await declarations()).slice(before);
  const last = mine.at(-1);
  const files = last?.parts.filter((part) => ['file', 'instruction_file', 'command_output'].includes(part.kind)) ?? [];
  expect(files.map(line)).toEqual([
    `file mention ${join(project, 'README.md')} 1-3`,
    `instruction_file ${join(project, 'CLAUDE.md')}`,
    `file read ${app} 1-3`,
    'command_output cat notes.txt',
    `file edit ${app}`,
    `file edit ${app}`,
    `file write ${join(project, 'new.txt')}`,
  ]);
  const { fingerprintKey } = await admission();
  expect(files[0]?.fingerprint).toBe(keyedFingerprint(fingerprintKey, await readFile(join(project, 'README.md'))));
  expect(files[2]?.fingerprint).toBe(keyedFingerprint(fingerprintKey, 'import os\n\nLIMIT = 1\n'));
  expect(last?.parts.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['prompt', 'git_state', 'system', 'tool_definition']),
  );
  for (const { parts, request } of mine)
    expect(parts.reduce((sum, part) => sum + part.bytes, 0)).toBe(request.bodyBytes);
  expect(
    mine.map(({ parts }) =>
      parts.filter((part) => part.kind === 'file' && part.sent === 'first').map(({ source }) => source),
    ),
  ).toEqual([['mention'], ['read'], [], ['edit', 'edit'], ['write']]);
  expect(proxy.targets).toEqual([]);
});

test('what octroi refuses is shown to the developer, with what to do, after one request', async () => {
  const personal = ['sk', 'ant', 'oat01', 'x'.repeat(20)].join('-');
  const cases = [
    [{ ANTHROPIC_AUTH_TOKEN: personal }, 'gateway_credential_personal', 'set ANTHROPIC_AUTH_TOKEN to your octroi key'],
    [{ ANTHROPIC_AUTH_TOKEN: 'oct_mistyped' }, 'gateway_key_unknown', 'Check that it was copied whole'],
  ] as const;
  for (const [environment, code, hint] of cases) {
    const before = post.events.length;
    const ran = await runClaude('hello', environment);
    expect(ran.output).toContain(`[${code}]`);
    expect(ran.output).toContain(hint);
    expect(post.events.slice(before).filter((event) => event.kind === 'refused').length).toBe(1);
  }
});

test('what the policy refuses is told in the terminal after one request, and the session goes on', async () => {
  policy = loadPolicy([
    {
      name: 'octroi.yaml',
      text: 'labels: [{ name: open }, { name: closed, paths: ["notes.txt"], neverLeaves: true }]\ndefaultLabel: open',
    },
  ]);
  steps = [call(1, 'Read', { file_path: join(project, 'notes.txt') })];
  const before = post.vendor.requests.length;
  const events = post.events.length;
  const ran = await runClaude('read the notes', { ANTHROPIC_AUTH_TOKEN: post.key });
  expect(ran.output).toContain('This is data that no assistant on the Internet may see');
  expect(ran.output).toContain('[gateway_policy_refused]');
  expect(post.events.slice(events).filter((event) => event.kind === 'refused').length).toBe(1);
  expect(post.vendor.requests.slice(before).some(({ body }) => body.includes('one\\ntwo'))).toBe(false);

  steps = [];
  const next = await runClaude('something else', { ANTHROPIC_AUTH_TOKEN: post.key });
  expect(next).toEqual({ code: 0, output: 'All is done.\n' });
});

test.each([
  ['training: { required: true, graceDays: 0, address: "https://learn.example/ai" }', [], 'https://learn.example/ai'],
  [
    'workspaces: { tests: { zdr: true } }\ncontracts: { test: { plan: anthropic/api, zdr: { since: 2026-01-01, document: "DPA 7" } } }',
    ['--model', 'claude-fable-5'],
    'Choose another model',
  ],
])('the policy “%s” refuses, with what to do', async (text, more, words) => {
  policy = loadPolicy([{ name: 'octroi.yaml', text }]);
  const before = post.vendor.requests.length;
  const ran = await runClaude('hello', { ANTHROPIC_AUTH_TOKEN: post.key }, more);
  expect(ran.output).toContain(words);
  expect(post.vendor.requests.length).toBe(before);
});

test('a session goes on where it was: what left before is sent again, not first', async () => {
  steps = [call(1, 'Read', { file_path: join(project, 'notes.txt') })];
  await runClaude('read the notes', { ANTHROPIC_AUTH_TOKEN: post.key });
  const before = (await declarations()).length;
  steps = [];
  const ran = await runClaude('and now?', { ANTHROPIC_AUTH_TOKEN: post.key }, ['--continue']);
  expect(ran.code).toBe(0);
  const [continued] = (await declarations()).slice(before);
  expect(continued?.parts.find((part) => part.path?.endsWith('notes.txt') && part.kind === 'file')?.sent).toBe('again');
});

async function admission() {
  const { answer } = await post.directory.look(post.key);
  if (answer.kind !== 'admitted') throw new Error('the key of this test must be admitted');
  return answer.admission;
}

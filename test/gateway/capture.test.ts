import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ContentCaptured, LedgerRecord } from '../../src/ledger/index.ts';
import { loadPolicy } from '../../src/policy/index.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { call, result, user } from '../support/declare.ts';
import { type GatewayTestOptions, type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { eventually, send } from '../support/http.ts';
import { bodyOf, newSession, token } from '../support/sensitive.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await database.drop();
});

const purpose = 'incident 4711, what left';
const approved = { id: '019a0000-0000-7000-8000-000000000001', label: 'confidential', purpose, days: 7 };
const policyOf = (yaml: string) => loadPolicy([{ name: 'octroi.yaml', text: yaml }]);
const captures = `capture: { confidential: { purpose: "${purpose}", days: 7 } }`;

type Given = Partial<GatewayTestOptions> & { readonly approved?: readonly (typeof approved)[] };

async function withPost(
  { approved: of = [approved], ...options }: Given,
  work: (post: GatewayUnderTest) => Promise<void>,
) {
  const policy = policyOf(captures);
  const ways = async () => ({ captures: () => of });
  const post = await startTestGateway({ store: database.store, policy, ways, ...options });
  try {
    await work(post);
  } finally {
    await post.stop();
  }
}

const conversation = (text: string) =>
  bodyOf([user('look'), call('Read', { file_path: '/w/prod.tfstate' }), result('Read', text)]);

async function exchanged(
  post: GatewayUnderTest,
  body: string,
  headers = newSession(),
): Promise<readonly ContentCaptured[]> {
  await send(post.url, post.key, { body, headers });
  const isOver = ({ kind }: LedgerRecord) => kind === 'exchange_finished' || kind === 'exchange_refused';
  const records = await eventually(
    () => post.records(),
    (found) => found.some(isOver),
  );
  return records.filter((record) => record.kind === 'content_captured');
}

// The call that asked for the file has its label too.
const ofFiles = (captured: readonly ContentCaptured[]) => captured.filter(({ part }) => part.kind === 'file');

test('nothing is captured by default', async () => {
  await withPost({ ways: async () => ({}) }, async (post) => {
    expect(await exchanged(post, conversation('state\n'))).toEqual([]);
  });
});

test('what two persons agreed to is captured as it left, once, and before it left', async () => {
  await withPost({}, async (post) => {
    const headers = newSession();
    const all = await exchanged(post, conversation('state\n'), headers);
    expect(all.map(({ part }) => part.kind)).toEqual(['tool_call', 'file']);
    const [captured] = ofFiles(all);
    expect(captured).toMatchObject({
      captureId: approved.id,
      label: 'confidential',
      session: headers['x-claude-code-session-id'],
      part: { kind: 'file' },
      piece: [1, 1],
    });
    expect(captured?.content).toContain('state');
    const lifetimeMs = Date.parse(captured?.until ?? '') - Date.parse(captured?.recordedAt ?? '');
    expect(lifetimeMs).toBe(7 * 86_400_000);
    await exchanged(post, conversation('state\n'), headers);
    const later = await eventually(
      () => post.records(),
      (found) => found.filter(({ kind }) => kind === 'exchange_finished').length === 2,
    );
    expect(later.filter(({ kind }) => kind === 'content_captured')).toHaveLength(2);
  });
});

test('what was redacted is captured redacted', async () => {
  await withPost({}, async (post) => {
    const [captured] = ofFiles(await exchanged(post, conversation(`key = ${token}\n`)));
    expect(captured?.content).toContain('octr0_');
    expect(captured?.content).not.toContain(token);
  });
});

test('a long part is captured in pieces that make it up', async () => {
  await withPost({}, async (post) => {
    const text = 'a line of state\n'.repeat(70_000);
    const captured = ofFiles(await exchanged(post, conversation(text)));
    expect(captured.map(({ piece }) => piece)).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(JSON.parse(`"${captured.map(({ content }) => content).join('')}"`)).toContain(text);
  });
});

test.each<[string, Given]>([
  ['without an approval', { approved: [] }],
  ['when the policy does not say it', { policy: policyOf('labels: [{name: internal}, {name: confidential}]') }],
  ['when the policy says another purpose', { approved: [{ ...approved, purpose: 'something else, later' }] }],
  ['when the policy says other days', { approved: [{ ...approved, days: 8 }] }],
  ['of another label', { approved: [{ ...approved, label: 'internal' }] }],
  [
    'under zero retention',
    {
      policy: policyOf(`${captures}
workspaces: { tests: { zdr: true } }
contracts: { test: { plan: anthropic/api, zdr: { since: 2026-01-01, document: "DPA 7" } } }`),
    },
  ],
])('nothing is captured %s', async (_, given) => {
  await withPost(given, async (post) => {
    expect(await exchanged(post, conversation('state\n'))).toEqual([]);
    expect(post.vendor.requests.length).toBe(1);
  });
});

test('what was refused is not captured', async () => {
  await withPost({}, async (post) => {
    const body = bodyOf([
      user('look'),
      call('Read', { file_path: '/w/prod.tfstate' }),
      result('Read', 'state\n'),
      call('Read', { file_path: '/w/secret-defense/a.txt' }),
      result('Read', 'x\n'),
    ]);
    expect(await exchanged(post, body)).toEqual([]);
    expect(post.vendor.requests.length).toBe(0);
  });
});

test('what cannot be captured does not leave', async () => {
  const ledger: GatewayTestOptions['ledger'] = (real) => ({
    append: async (record, options) => {
      if (record.kind === 'content_captured') throw new Error('no room');
      return real.append(record, options);
    },
    close: () => real.close(),
  });
  await withPost({ ledger }, async (post) => {
    expect(await send(post.url, post.key, { body: conversation('state\n') })).toMatchObject({ status: 500 });
    expect(post.vendor.requests.length).toBe(0);
    const records = await eventually(
      () => post.records(),
      (found) => found.some(({ kind }) => kind === 'exchange_finished'),
    );
    expect(records.at(-1)).toMatchObject({ outcome: 'not_sent', reason: 'gateway_internal' });
  });
});

test('the row of what was captured is sealed, in a class of its own, and belongs to its person', async () => {
  await withPost({}, async (post) => {
    await exchanged(post, conversation('a state to be sealed\n'));
    const rows = await database.asSuper(
      `select class, person_id, payload from ledger_record where kind = 'content_captured' and tenant_id = $1`,
      [post.tenant.id],
    );
    expect(rows.map((row) => [row['class'], typeof row['person_id']])).toEqual([
      ['captured_content', 'string'],
      ['captured_content', 'string'],
    ]);
    for (const { payload } of rows) expect((payload as Buffer).includes('a state to be sealed')).toBe(false);
  });
});

test('a capture of a label that does not exist, or for too long, is a fault of the policy', () => {
  for (const wrong of [
    `capture: { secretest: { purpose: "${purpose}", days: 7 } }`,
    `capture: { confidential: { purpose: "${purpose}", days: 31 } }`,
    `capture: { confidential: { purpose: "why", days: 7 } }`,
    `capture: { confidential: { days: 7 } }`,
  ])
    expect(() => policyOf(wrong)).toThrow();
});

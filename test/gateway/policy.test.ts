import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPolicy } from '../../src/policy/index.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { call, result, user } from '../support/declare.ts';
import { type GatewayTestOptions, type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { eventually, send } from '../support/http.ts';
import { bodyOf, iban, newSession, token } from '../support/sensitive.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await database.drop();
});

const policyOf = (yaml: string, cedar = '') =>
  loadPolicy([{ name: 'octroi.yaml', text: yaml }, ...(cedar === '' ? [] : [{ name: 'own.cedar', text: cedar }])]);

async function withPost(options: Omit<GatewayTestOptions, 'store'>, work: (post: GatewayUnderTest) => Promise<void>) {
  const post = await startTestGateway({ store: database.store, ...options });
  try {
    await work(post);
  } finally {
    await post.stop();
  }
}

const zdrWorkspace = policyOf(`
workspaces: { tests: { zdr: true } }
contracts: { test: { plan: anthropic/api, zdr: { since: 2026-01-01, document: "DPA 7" } } }
`);
const readOf = (path: string, text = 'plain\n') => [
  user('go'),
  call('Read', { file_path: path }),
  result('Read', text),
];

describe('nothing leaves, it is declared, and the sender is told why', () => {
  test.each([
    ['under a consumer plan', { plan: 'pro' }, [user('hi')], {}, 'consumer-plan', /consumer plan/],
    ['under a plan that nobody knows', { plan: 'bargain' }, [user('hi')], {}, 'plan-unknown', /terms/],
    [
      'of a file that needs zero data retention',
      {},
      readOf('/home/jo/.aws/credentials'),
      {},
      'label-needs-zdr',
      /zero data retention/,
    ],
    [
      'to a model that zero data retention does not cover',
      { policy: zdrWorkspace },
      [user('hi')],
      { model: 'claude-fable-5' },
      'zdr-model',
      /model/,
    ],
    [
      'with a feature that it does not cover',
      { policy: zdrWorkspace },
      [user('hi')],
      { mcp_servers: [{ type: 'url', url: 'https://x', name: 'x' }] },
      'zdr-feature',
      /feature/,
    ],
    [
      'of somebody whose training has run out',
      { policy: policyOf('training: { required: true, graceDays: 0, address: "https://learn.example/ai" }') },
      [user('hi')],
      {},
      'training-overdue',
      /https:\/\/learn\.example\/ai/,
    ],
  ] as const)('%s', async (_, options, messages, more, reason, words) => {
    await withPost(options, async (post) => {
      const answered = await send(post.url, post.key, { body: bodyOf(messages, more), headers: newSession() });
      expect(answered).toMatchObject({ status: 451, code: 'gateway_policy_refused' });
      expect(answered.text).toMatch(words);
      expect(post.vendor.requests).toEqual([]);
      const records = await eventually(
        () => post.records(),
        (all) => all.some(({ kind }) => kind === 'exchange_finished'),
      );
      expect(records.find(({ kind }) => kind === 'exchange_declared')).toMatchObject({
        verdict: 'block',
        reasons: expect.arrayContaining([reason]),
      });
      expect(records.at(-1)).toMatchObject({ outcome: 'not_sent', reason: 'gateway_policy_refused' });
    });
  });
});

const zdrRefused: readonly { readonly name: string; readonly more: object; readonly escaped?: string }[] = [
  {
    name: 'a file by its id, in escapes',
    more: { messages: [user([{ type: 'document', source: { type: 'fi_le', file_id: 'file_1' } }])] },
    escaped: 'fi_le',
  },
  {
    name: 'an advisor of a model that is not covered',
    more: { tools: [{ type: 'advisor_20260301', name: 'advisor', model: 'claude-fable-5' }] },
  },
  { name: 'a toolset of another server', more: { tools: [{ type: 'mcp_toolset', mcp_server_name: 'x' }] } },
  { name: 'code execution', more: { tools: [{ type: 'code_execution_20250825', name: 'code_execution' }] } },
  { name: 'a container', more: { container: 'cont_1' } },
  { name: 'skills', more: { container: { skills: [{ type: 'custom', skill_id: 'x' }] } } },
  { name: 'a fallback to one', more: { fallbacks: [{ model: 'claude-mythos-5-1' }] } },
  { name: 'no model', more: { model: undefined } },
  { name: 'a model that is no name', more: { model: ['claude-opus-5-5'] } },
];

test.each(zdrRefused)('a workspace of zero data retention does not send $name', async ({ more, escaped }) => {
  await withPost({ policy: zdrWorkspace }, async (post) => {
    const body = bodyOf([user('hi')], more).replace(escaped ?? '\u0000', 'f\\u0069le');
    const answered = await send(post.url, post.key, { body, headers: newSession() });
    expect(answered).toMatchObject({ status: 451, code: 'gateway_policy_refused' });
    expect(post.vendor.requests).toEqual([]);
  });
});

test('words that only look like a feature are sent from it', async () => {
  await withPost({ policy: zdrWorkspace }, async (post) => {
    const tools = [{ name: 'drive', input_schema: { type: 'object', properties: { file_id: { type: 'string' } } } }];
    const messages = [
      user('what is "mcp_servers"?'),
      call('drive', { file_id: 'abc', type: 'file', model: 'claude-fable-5' }),
      result('drive', '{"type":"file"}'),
    ];
    const answered = await send(post.url, post.key, { body: bodyOf(messages, { tools }), headers: newSession() });
    expect(answered.status).toBe(200);
  });
});

test.each(['cat /home/jo/.aws/credentials', "head -n 3 '/home/jo/.aws/credentials'|sort", 'less ~/.aws/credentials'])(
  'what the command %s shows has the label of the file',
  async (command) => {
    await withPost({}, async (post) => {
      const messages = [user('go'), call('Bash', { command }), result('Bash', 'plain')];
      const answered = await send(post.url, post.key, { body: bodyOf(messages), headers: newSession() });
      expect(answered).toMatchObject({ status: 451, code: 'gateway_policy_refused' });
    });
  },
);

test('what is allowed says by which policy and catalogue, and how sure the plan is', async () => {
  await withPost({}, async (post) => {
    await send(post.url, post.key, { body: bodyOf([user('hi')]), headers: newSession() });
    const records = await eventually(
      () => post.records(),
      (all) => all.some(({ kind }) => kind === 'exchange_finished'),
    );
    const declared = records.find(({ kind }) => kind === 'exchange_declared');
    expect(declared).toMatchObject({ verdict: 'allow', reasons: [], policy: { retentionClass: 'standard' } });
    expect(records.at(-1)).toMatchObject({
      plan: {
        vendor: 'anthropic',
        plan: 'api',
        proof: 'proven',
        evidence: expect.arrayContaining(['organization_matches']),
      },
    });
  });
});

test('a policy may let personal data pass while it replaces secrets; the declaration says which', async () => {
  const policy = policyOf('withoutDefaultPolicies: [personal-data]');
  await withPost({ policy }, async (post) => {
    await send(post.url, post.key, { body: bodyOf([user(`${iban} and ${token}`)]), headers: newSession() });
    const left = post.vendor.requests.at(-1)?.body.toString() ?? '';
    expect(left).toContain(iban);
    expect(left).not.toContain(token);
    const declared = (await post.records()).find((record) => record.kind === 'exchange_declared');
    const handling = declared?.parts.flatMap(({ findings = [] }) =>
      findings.map((each) => [each.class, each.handling]),
    );
    expect(handling).toEqual([
      ['personal', 'kept'],
      ['secret', 'redacted'],
    ]);
  });
});

test('a policy of the company’s own decides by workspace and path', async () => {
  const policy = policyOf(
    'labels: [{ name: open }, { name: closed, paths: ["/srv/closed/**"] }]\ndefaultLabel: open',
    `@id("closed-stays") @en("Closed stays here.") @fr("Reste ici.") @en_hint("Ask Ada.") @fr_hint("Voyez Ada.")
     forbid (principal, action, resource) when { resource.label.name == "closed" && context.workspace.name == "tests" };`,
  );
  await withPost({ policy }, async (post) => {
    const refused = await send(post.url, post.key, { body: bodyOf(readOf('/srv/closed/x')), headers: newSession() });
    expect(refused.text).toContain('Closed stays here. What to do: Ask Ada.');
    const passed = await send(post.url, post.key, { body: bodyOf(readOf('/srv/open/x')), headers: newSession() });
    expect(passed.status).toBe(200);
  });
});

test('a policy may let commands have values back', async () => {
  const policy = policyOf('redaction: { restoreInto: [command] }');
  const reply = ({ body }: { readonly body: Buffer }) => {
    const standIn = /octr0_[a-z0-9_]+_[a-z2-7]{16}/.exec(body.toString())?.[0] ?? 'none';
    const content = [
      { type: 'text', text: standIn },
      { type: 'tool_use', id: 'toolu_1', name: 'Bash', input: { command: `echo ${standIn}` } },
    ];
    return { kind: 'json', status: 200, body: JSON.stringify({ type: 'message', content, usage: {} }) } as const;
  };
  await withPost({ policy, reply }, async (post) => {
    const answered = await send(post.url, post.key, { body: bodyOf([user(token)]), headers: newSession() });
    const [text, bash] = JSON.parse(answered.text).content;
    expect(text.text).toMatch(/^octr0_/);
    expect(bash.input.command).toBe(`echo ${token}`);
  });
});

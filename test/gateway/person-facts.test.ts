import { Agent, request as httpRequest } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hookByPolicy, settingsByPolicy } from '../../src/cli/policy/client-ways.ts';
import { termsOf } from '../../src/cli/policy/catalogue-terms.ts';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { announceChange, grantRole, hookToken, listPeople, revokeRole } from '../../src/tenancy/index.ts';
import { grantExemption, recordAttestation } from '../../src/training/index.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { eventually, hello, send } from '../support/http.ts';
import { policyOf } from '../support/policy.ts';

const leadsOnly = `@id("leads-only")
@en("Only leads may send this.")
@fr("Seuls les responsables envoient ceci.")
forbid (principal, action, resource)
when { !principal.roles.contains("lead") && resource.label.name == "confidential" };`;

const onlyLeadsSend = leadsOnly.replace(' && resource.label.name == "confidential"', '');

const catalogue = openCatalogue(shippedData);

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await database.drop();
});

type Options = Omit<Parameters<typeof startTestGateway>[0], 'store'>;

async function withPost(options: Options, work: (post: GatewayUnderTest) => Promise<void>): Promise<void> {
  const post = await startTestGateway({ store: database.store, ...options });
  try {
    await work(post);
  } finally {
    await post.stop();
  }
}

/** A client that keeps its one connection. */
function connection(post: GatewayUnderTest) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ports = new Set<number | undefined>();
  const ask = async () => {
    const body = JSON.stringify(hello);
    const headers = { authorization: `Bearer ${post.key}`, 'content-type': 'application/json' };
    const { hostname: host, port } = new URL(post.url);
    const request = httpRequest({ agent, host, port, path: '/v1/messages', method: 'POST', headers });
    request.end(body);
    const [response] = await once(request, 'response');
    ports.add(request.socket?.localPort);
    let text = '';
    for await (const chunk of response) text += String(chunk);
    const { 'x-octroi-notice': notice, 'x-octroi-code': code } = response.headers;
    return { status: Number(response.statusCode), text, notice, code };
  };
  return { ask, ports, close: () => agent.destroy() };
}

const ada = ({ tenant }: GatewayUnderTest) => ({ tenantId: tenant.id, person: 'Ada', actor: 'command_line' }) as const;

test('a role that is granted lets the same request pass, and one that is revoked stops it, on one connection', async () => {
  await withPost({ policy: policyOf('defaultLabel: internal', onlyLeadsSend) }, async (post) => {
    const client = connection(post);
    expect(await client.ask()).toMatchObject({ status: 451, code: 'gateway_policy_refused' });
    await grantRole(post.tenancy, { ...ada(post), role: 'lead' });
    await eventually(client.ask, ({ status }) => status === 200);
    await revokeRole(post.tenancy, { ...ada(post), role: 'lead' });
    const refused = await eventually(client.ask, ({ status }) => status === 451);
    expect(refused.text).toContain('Only leads may send this.');
    expect(client.ports.size).toBe(1);
    client.close();
    const changes = (await post.records()).filter(({ kind }) => kind.startsWith('role_'));
    expect(changes).toMatchObject([
      { kind: 'role_granted', role: 'lead', source: 'granted', actor: 'command_line' },
      { kind: 'role_revoked', role: 'lead', source: 'granted', actor: 'command_line' },
    ]);
  });
});

test('a hook of the client and the settings it is served know the role too', async () => {
  const policy = policyOf('labels: [{name: internal}, {name: confidential, paths: [finance]}]', leadsOnly);
  const rules = () => ({ policy, catalogue, terms: { ...termsOf(catalogue), version: '' }, files: [], warnings: [] });
  const ways: Options['ways'] = async ({ tenancy, tenant }) => {
    const inside = { store: database.store, tenancy, tenant };
    return {
      decideHook: hookByPolicy(rules, inside),
      settingsFor: settingsByPolicy(rules, inside, async () => ({})),
    };
  };
  await withPost({ policy, ways }, async (post) => {
    const asked = { hook_event_name: 'PreToolUse', tool_name: 'Read', tool_input: { file_path: '/w/finance/q3.txt' } };
    const { answer } = await post.directory.look(post.key);
    if (answer.kind !== 'admitted') throw new Error(answer.reason);
    const { sender } = answer.admission;
    const token = await hookToken(post.tenancy, { tenantId: post.tenant.id, ...sender });
    const hook = async () =>
      (await send(post.url, token, { path: '/hooks/claude-code', body: JSON.stringify(asked) })).text;
    const settings = async () => (await send(post.url, post.key, { method: 'GET', path: '/managed/settings' })).text;
    expect(await hook()).toContain('Only leads may send this.');
    expect(await settings()).toContain('finance');
    await grantRole(post.tenancy, { ...ada(post), role: 'lead' });
    await eventually(hook, (text) => text === '{}');
    expect(await settings()).not.toContain('finance');
  });
});

test('required training: refused with its address, let through at once when recorded, noticed in its grace', async () => {
  const yaml = 'training: { required: true, graceDays: 10, address: "https://learn.example/ai" }';
  const now = () => new Date('2026-11-26T08:00:00.000Z');
  await withPost({ policy: policyOf(yaml), now }, async (post) => {
    const client = connection(post);
    const refused = await client.ask();
    expect(refused).toMatchObject({ status: 451, code: 'gateway_policy_refused' });
    expect(refused.text).toContain('https://learn.example/ai');
    const record = async (module: string, validUntil: string) => {
      const [person] = await listPeople({ tenancy: post.tenancy, tenantId: post.tenant.id });
      const parts = { ...post.tenancy, announce: announceChange };
      const attested = { module, validUntil, document: 'LMS-4711', actor: 'command_line' } as const;
      await recordAttestation(parts, { tenantId: post.tenant.id, personId: person?.id ?? '', ...attested });
    };
    await record('ai-basics', '2026-11-26');
    expect(await eventually(client.ask, ({ status }) => status === 200)).toMatchObject({ notice: undefined });
    await record('ai-basics', '2026-11-20');
    await eventually(client.ask, ({ status, notice }) => status === 200 && notice === 'training_in_grace');
    await record('ai-basics', '2026-11-01');
    await eventually(client.ask, ({ status }) => status === 451);
    await record('ai-advanced', '2027-11-01');
    await eventually(client.ask, ({ status, notice }) => status === 200 && notice === undefined);
    client.close();
    expect((await post.records()).filter(({ kind }) => kind === 'training_attested')).toMatchObject([
      { module: 'ai-basics', validUntil: '2026-11-26', document: 'LMS-4711' },
      { module: 'ai-basics', validUntil: '2026-11-20' },
      { module: 'ai-basics', validUntil: '2026-11-01' },
      { module: 'ai-advanced', validUntil: '2027-11-01' },
    ]);
  });
});

test('each required module must hold; one that is missing is refused until somebody may send for some hours', async () => {
  const yaml = 'training: { required: true, graceDays: 0, modules: [plans, leaving] }';
  const now = () => new Date('2026-11-26T08:00:00.000Z');
  await withPost({ policy: policyOf(yaml), now }, async (post) => {
    const client = connection(post);
    const [person] = await listPeople({ tenancy: post.tenancy, tenantId: post.tenant.id });
    const of = { tenantId: post.tenant.id, personId: person?.id ?? '', actor: 'command_line' } as const;
    const parts = { ...post.tenancy, announce: announceChange };
    const record = (module: string) =>
      recordAttestation(parts, { ...of, module, validUntil: '2027-01-01', document: undefined });
    await record('plans');
    expect(await client.ask()).toMatchObject({ status: 451, code: 'gateway_policy_refused' });
    await grantExemption(parts, { ...of, hours: 4, reason: 'incident in production' });
    await eventually(client.ask, ({ status, notice }) => status === 200 && notice === 'training_exempt');
    await record('leaving');
    await eventually(client.ask, ({ status, notice }) => status === 200 && notice === undefined);
    client.close();
    const declared = (await post.records()).filter(({ kind }) => kind === 'exchange_declared');
    expect(declared.at(-1)).toMatchObject({
      policy: { person: { training: 'current', trainings: { plans: '2027-01-01', leaving: '2027-01-01' } } },
    });
  });
});

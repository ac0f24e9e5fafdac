import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../../src/base/index.ts';
import { listContracts, resumeContract, stopContract } from '../../../src/tenancy/index.ts';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { type GatewayUnderTest, startTestGateway } from '../../support/gateway.ts';
import { send } from '../../support/http.ts';

let database: TestDatabase;
let post: GatewayUnderTest;
let document: { readonly [key: string]: Json } | undefined;
let models: readonly { readonly id: string; readonly displayName: string }[] | undefined;

beforeAll(async () => {
  database = await createDatabase();
  post = await startTestGateway({
    store: database.store,
    ways: async () => ({ settingsFor: async () => document, modelsFor: async () => models }),
  });
});
afterAll(async () => {
  await post.stop();
  await database.drop();
});

const ask = (headers: Readonly<Record<string, string>> = {}) =>
  send(post.url, post.key, { method: 'GET', path: '/managed/settings', headers });

// As the protocol describes it, written down a second time.
function checksumOf(value: Json): string {
  const sorted = (part: Json): Json =>
    Array.isArray(part)
      ? part.map(sorted)
      : typeof part === 'object' && part !== null
        ? Object.fromEntries(
            Object.entries(part)
              .toSorted(([one], [other]) => (one < other ? -1 : 1))
              .map(([key, inner]) => [key, sorted(inner ?? null)]),
          )
        : part;
  return `sha256:${createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex')}`;
}

test('the settings of a person are served with the checksum that the client counts itself', async () => {
  document = { permissions: { deny: ['Read(./é)'] }, env: { B: '1', A: '2' }, cleanupPeriodDays: 7 };
  const answered = await ask();
  const { uuid, checksum, settings } = JSON.parse(answered.text) as { uuid: string; checksum: string; settings: Json };
  expect(answered.status).toBe(200);
  expect(settings).toEqual(document);
  expect(checksum).toBe(checksumOf(document));
  expect(answered.headers.etag).toBe(`"${checksum}"`);
  expect(uuid).toMatch(/^[0-9a-f-]{36}$/);
});

test.each([
  ['its own checksum', (tag: string) => tag, 304],
  ['it among others, weakly', (tag: string) => `"x", W/${tag}`, 304],
  ['another', () => '"sha256:00"', 200],
  ['anything at all', () => '*', 200],
])('to a client that holds %s the answer is %s', async (_, header, status) => {
  document = { cleanupPeriodDays: 7 };
  const answered = await ask({ 'if-none-match': header(`"${checksumOf(document)}"`) });
  expect(answered.status).toBe(status);
  if (status === 304) expect(answered.body.length).toBe(0);
});

test('no policy is 404, and an empty policy is a policy', async () => {
  document = undefined;
  expect((await ask()).status).toBe(404);
  document = {};
  expect(JSON.parse((await ask()).text)).toMatchObject({ settings: {} });
});

test('without a credential there are no settings', async () => {
  expect((await send(post.url, '', { method: 'GET', path: '/managed/settings' })).code).toBe(
    'gateway_credential_missing',
  );
});

test('a stopped contract stops what is sent, and not the settings', async () => {
  document = { cleanupPeriodDays: 7 };
  const [contract] = await listContracts(post.tenancy, post.tenant.id);
  const tenantId = post.tenant.id;
  const contractId = contract?.id ?? '';
  const ids = { expectedOrganizationId: 'a', answeredOrganizationId: 'b', exchangeId: post.tenant.id };
  await stopContract(post.tenancy, { tenantId, contractId, ...ids });
  post.directory.forget(tenantId);
  expect((await send(post.url, post.key)).code).toBe('gateway_contract_stopped');
  expect((await ask()).status).toBe(200);
  await resumeContract(post.tenancy, { tenantId, contractId, actor: 'console' });
  post.directory.forget(tenantId);
});

test('a request’s record says whether its client runs under what it is served, and never the checksum', async () => {
  document = { cleanupPeriodDays: 7 };
  await ask();
  const first = checksumOf(document);
  const header = 'x-claude-code-managed-settings-checksum';
  await send(post.url, post.key, { headers: { [header]: first } });
  document = { cleanupPeriodDays: 14 };
  await ask();
  for (const stated of [first, checksumOf(document), 'sha256:00'])
    await send(post.url, post.key, { headers: { [header]: stated } });
  await send(post.url, post.key);
  const declared = (await post.records()).filter((record) => record.kind === 'exchange_declared');
  expect(declared.map(({ client }) => client.settings)).toEqual(['current', 'earlier', 'current', 'other', undefined]);
  expect(JSON.stringify(declared)).not.toContain(first.slice(7));
  expect(JSON.stringify(post.vendor.requests.map(({ headers }) => headers))).not.toContain('checksum');
});

test('models that were handed in are listed without asking the vendor; otherwise its own list is passed on', async () => {
  models = [{ id: 'claude-opus-5-5', displayName: 'Opus' }];
  const before = post.vendor.requests.length;
  const listed = await send(post.url, post.key, { method: 'GET', path: '/v1/models?limit=1000' });
  expect(JSON.parse(listed.text)).toMatchObject({ data: [{ id: 'claude-opus-5-5', display_name: 'Opus' }] });
  expect(post.vendor.requests.length).toBe(before);
  models = undefined;
  await send(post.url, post.key, { method: 'GET', path: '/v1/models' });
  expect(post.vendor.requests.length).toBe(before + 1);
});

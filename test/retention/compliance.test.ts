import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import { startVendor, type Vendor, type VendorReply, type VendorRequest } from '../../src/demo/index.ts';
import { exportRecords } from '../../src/ledger/index.ts';
import { type Chat, deleteChat, listChats, listLocalSessions } from '../../src/retention/index.ts';
import {
  addContract,
  complianceAccess,
  ensureTenant,
  setComplianceKey,
  type Tenancy,
} from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { contractCredential } from '../support/gateway.ts';

const key = ['sk', 'ant', 'api01', 'c'.repeat(40)].join('-');

let database: TestDatabase;
let tenancy: Tenancy;
let tenantId: string;
let contractId: string;
let vendor: Vendor;
let chats: Set<string>;
let instead: VendorReply | undefined;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await database.drop();
});
beforeEach(async () => {
  instead = undefined;
  chats = new Set(['claude_chat_1', 'claude_chat_2', 'claude_chat_3']);
  vendor = await startVendor({ organizationId: 'org', reply: (request) => instead ?? answer(request) });
  tenancy = testTenancy(database.store);
  tenantId = (await ensureTenant(tenancy, `tenant ${timeOrderedId()}`)).id;
  const contract = { name: 'main', plan: 'enterprise', upstreamUrl: vendor.url, organizationId: undefined };
  contractId = await addContract(tenancy, { tenantId, ...contract, credential: contractCredential, actor: 'console' });
  await setComplianceKey(tenancy, { tenantId, contractId, key, baseUrl: vendor.url, actor: 'command_line' });
});
afterEach(() => vendor.close());

const json = (status: number, body: unknown): VendorReply => ({ kind: 'json', status, body: JSON.stringify(body) });

// The wire as platform.claude.com/docs/en/api/http/compliance describes it: opaque cursors, two entries a page.
function answer({ method, target, headers }: VendorRequest): VendorReply {
  const { pathname, searchParams } = new URL(target, 'http://vendor');
  if (headers['authorization'] !== `Bearer ${key}`) return json(401, { error: { type: 'authentication_error' } });
  const [, id] = /^\/v1\/compliance\/apps\/chats\/([^/]+)$/.exec(pathname) ?? [];
  if (method === 'DELETE' && id !== undefined)
    return chats.delete(id) ? json(200, { id, type: 'claude_chat_deleted' }) : json(404, { error: {} });
  const local = pathname === '/v1/compliance/apps/sessions/local';
  const all = local ? ['clls_1'] : [...chats];
  const from = Number(Buffer.from(searchParams.get('after_id') ?? '', 'base64').toString() || 0);
  const page = all.slice(from, from + 2);
  return json(200, {
    data: page.map((one) => ({
      id: one,
      name: 'Layoffs in May',
      created_at: '2026-11-01T00:00:00Z',
      updated_at: '2026-11-02T00:00:00Z',
      deleted_at: null,
      user: { id: 'user_1', email_address: 'ada@example.com' },
      product_surface: 'claude_code',
    })),
    has_more: from + 2 < all.length,
    first_id: Buffer.from(String(from)).toString('base64'),
    last_id: Buffer.from(String(from + 2)).toString('base64'),
  });
}

const access = async () => {
  const found = await complianceAccess(tenancy, tenantId, contractId);
  if (!found) throw new Error('no access');
  return found;
};
const remove = async (chatId: string) =>
  deleteChat(tenancy, await access(), { tenantId, contractId, chatId, actor: 'command_line' });

async function records(): Promise<readonly string[]> {
  return Array.fromAsync(exportRecords(tenancy, tenantId, {}));
}

test('chats are listed page by page, without their names or who they belong to by name', async () => {
  const listed: Chat[] = await Array.fromAsync(listChats(await access()));
  expect(listed.map(({ id }) => id)).toEqual(['claude_chat_1', 'claude_chat_2', 'claude_chat_3']);
  expect(listed[0]).toEqual({
    id: 'claude_chat_1',
    createdAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-02T00:00:00Z',
    deletedAt: undefined,
    userId: 'user_1',
  });
});

test('local sessions are listed', async () => {
  expect((await Array.fromAsync(listLocalSessions(await access()))).map(({ id }) => id)).toEqual(['clls_1']);
});

test('a chat is deleted by the vendor’s word, and a second deletion says that it is not there', async () => {
  expect(await remove('claude_chat_2')).toBe('deleted');
  expect(await remove('claude_chat_2')).toBe('not_there');
  expect([...chats]).toEqual(['claude_chat_1', 'claude_chat_3']);
  const found = (await records()).map((text) => JSON.parse(text)).filter(({ kind }) => kind === 'chat_deleted');
  expect(found).toMatchObject([
    { chatId: 'claude_chat_2', answer: 'deleted', requestId: expect.stringMatching(/^req_/) },
    { chatId: 'claude_chat_2', answer: 'not_there' },
  ]);
});

test.each<[string, VendorReply, string]>([
  [
    'cannot confirm it yet',
    json(503, { error: { code: 'chat_delete_remote_sessions_unconfirmed' } }),
    'retention_vendor_refused',
  ],
  ['confirms another', json(200, { id: 'claude_chat_1', type: 'claude_chat_deleted' }), 'retention_vendor_unreadable'],
  ['says something else', json(200, { id: 'claude_chat_2', type: 'claude_chat' }), 'retention_vendor_unreadable'],
])('nothing counts as deleted when the vendor %s', async (_, reply, code) => {
  instead = reply;
  await expect(remove('claude_chat_2')).rejects.toMatchObject({ code });
  expect((await records()).some((text) => text.includes('chat_deleted'))).toBe(false);
});

test('a list whose cursor stands still ends as unreadable', async () => {
  instead = json(200, { data: [], has_more: true, last_id: 'x' });
  await expect(Array.fromAsync(listChats(await access()))).rejects.toMatchObject({
    code: 'retention_vendor_unreadable',
  });
});

test.each([['sk-ant-admin01-x'.padEnd(30, 'x')], ['short'], ['with a space in it']])('%s is no key', async (wrong) => {
  const asked = { tenantId, contractId, key: wrong, baseUrl: vendor.url, actor: 'console' } as const;
  await expect(setComplianceKey(tenancy, asked)).rejects.toMatchObject({ code: 'tenancy_compliance_key_invalid' });
});

test('a contract that is not there gets no key, and one without a key has no access', async () => {
  const nobody = timeOrderedId();
  const asked = { tenantId, contractId: nobody, key, baseUrl: vendor.url, actor: 'console' } as const;
  await expect(setComplianceKey(tenancy, asked)).rejects.toMatchObject({ code: 'tenancy_contract_unknown' });
  expect(await complianceAccess(tenancy, tenantId, nobody)).toBeUndefined();
});

test('the key is sealed where it lies, and in no record', async () => {
  const rows = await database.asSuper('select key_sealed from contract_compliance_key where tenant_id = $1', [
    tenantId,
  ]);
  expect(Buffer.from(rows[0]?.['key_sealed'] as Buffer).includes(key)).toBe(false);
  expect((await records()).join('\n')).not.toContain(key);
});

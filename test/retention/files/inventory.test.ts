import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { timeOrderedId } from '../../../src/base/index.ts';
import { startVendor, type Vendor, type VendorReply } from '../../../src/demo/index.ts';
import { exportRecords, type LedgerRecord } from '../../../src/ledger/index.ts';
import { watchFiles, type FilesEvent } from '../../../src/cli/files/watch-files.ts';
import { readSettings } from '../../../src/cli/settings/read-settings.ts';
import {
  deleteFile,
  heldFiles,
  listFiles,
  overdueFiles,
  reconcile,
  recordDeletion,
  recordUpload,
} from '../../../src/retention/index.ts';
import { addContract, contractAccess, createKey, ensureTenant, type Tenancy } from '../../../src/tenancy/index.ts';
import { testTenancy } from '../../support/books.ts';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { filesVendor, type FilesVendor } from '../../support/files-vendor.ts';
import { contractCredential } from '../../support/gateway.ts';

let database: TestDatabase;
let tenancy: Tenancy;
let tenantId: string;
let contractId: string;
let vendor: Vendor;
let there: FilesVendor;
let instead: VendorReply | undefined;
let now = new Date('2026-11-26T12:00:00.000Z');

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await database.drop();
});

// A vendor and a tenant of its own for each test.
beforeEach(async () => {
  now = new Date('2026-11-26T12:00:00.000Z');
  instead = undefined;
  there = filesVendor(2);
  vendor = await startVendor({ organizationId: 'org', reply: (request) => instead ?? there.reply(request) });
  tenancy = { ...testTenancy(database.store), now: () => now };
  tenantId = (await ensureTenant(tenancy, `tenant ${timeOrderedId()}`)).id;
  const contract = { name: 'main', plan: 'api', upstreamUrl: vendor.url, organizationId: undefined };
  contractId = await addContract(tenancy, { tenantId, ...contract, credential: contractCredential, actor: 'console' });
  return () => vendor.close();
});

async function sender() {
  const key = { personName: 'Ada', workspaceName: 'tests', language: 'en', validDays: 1, actor: 'console' } as const;
  const { id: keyId } = await createKey(tenancy, { tenantId, ...key });
  const [row] = await database.asSuper('select person_id, workspace_id from octroi_key where id = $1', [keyId]);
  return { keyId, contractId, personId: String(row?.['person_id']), workspaceId: String(row?.['workspace_id']) };
}

async function add(id: string, more: object = {}): Promise<void> {
  there.files.set(id, { id, filename: `${id}.txt`, size_bytes: 10, expires_at: null });
  await recordUpload(tenancy, {
    tenantId,
    exchangeId: timeOrderedId(),
    sender: await sender(),
    vendorFileId: id,
    uploadedAt: now.toISOString(),
    bytes: 10,
    label: 'internal',
    name: `${id}.txt`,
    ...more,
  });
}

const records = async (): Promise<readonly LedgerRecord[]> => {
  const found: LedgerRecord[] = [];
  for await (const text of exportRecords(tenancy, tenantId, {})) found.push(JSON.parse(text));
  return found;
};
const accessOf = (id: string) => contractAccess(tenancy, tenantId, id);
const access = async () => {
  const found = await accessOf(contractId);
  if (!found) throw new Error('no access');
  return found;
};
const compare = async () => reconcile(tenancy, await access(), { tenantId, contractId, actor: 'command_line' });
const remove = (vendorFileId: string) =>
  deleteFile(tenancy, accessOf, { tenantId, vendorFileId, actor: 'command_line' });
const states = async () =>
  (await listFiles(tenancy, tenantId, { withEnded: true })).map(({ vendorFileId, endedAs }) => [vendorFileId, endedAs]);

test('an operator’s deletion is the vendor’s word, on record', async () => {
  await add('file_1');
  expect(await remove('file_1')).toBe('deleted');
  expect([...there.files.keys()]).toEqual([]);
  expect(await states()).toEqual([['file_1', 'deleted']]);
  expect(await listFiles(tenancy, tenantId)).toEqual([]);
  expect((await records()).findLast(({ kind }) => kind === 'file_deleted')).toMatchObject({
    contractId,
    vendorFileId: 'file_1',
    answer: 'deleted',
    actor: 'command_line',
    requestId: expect.stringMatching(/^req_/),
  });
  expect(vendor.requests.at(-1)).toMatchObject({
    method: 'DELETE',
    headers: { 'x-api-key': contractCredential, 'anthropic-beta': 'files-api-2025-04-14' },
  });
});

test('a file that the vendor has no more is gone, and a second deletion says so', async () => {
  await add('file_1');
  there.files.clear();
  expect(await remove('file_1')).toBe('not_there');
  expect(await states()).toEqual([['file_1', 'gone']]);
});

test.each<[string, VendorReply, string]>([
  ['refuses', { kind: 'json', status: 403, body: '{}' }, 'retention_vendor_refused'],
  ['answers with a page', { kind: 'json', status: 200, body: '<html>' }, 'retention_vendor_unreadable'],
  [
    'confirms another file',
    { kind: 'json', status: 200, body: '{"id":"file_2","type":"file_deleted"}' },
    'retention_vendor_unreadable',
  ],
  ['confirms nothing', { kind: 'json', status: 200, body: '{}' }, 'retention_vendor_unreadable'],
  ['breaks off', { kind: 'raw', write: (response) => void response.destroy() }, 'retention_vendor_unreachable'],
])('nothing counts as deleted when the vendor %s', async (_, reply, code) => {
  await add('file_1');
  instead = reply;
  await expect(remove('file_1')).rejects.toMatchObject({ code });
  expect(await states()).toEqual([['file_1', null]]);
  expect((await records()).some(({ kind }) => kind === 'file_deleted')).toBe(false);
});

test('a file that the inventory does not have is not asked for', async () => {
  await expect(remove('file_9')).rejects.toMatchObject({ code: 'retention_file_unknown', args: { file: 'file_9' } });
  expect(vendor.requests).toEqual([]);
});

test('comparing finds what is gone and what is foreign, over many pages, and records it', async () => {
  for (const id of ['file_1', 'file_2', 'file_3', 'file_4']) await add(id);
  there.files.delete('file_2');
  there.files.set('file_9', { id: 'file_9', filename: 'x', size_bytes: 77, expires_at: '2026-12-01T00:00:00Z' });
  now = new Date('2026-11-27T12:00:00.000Z');
  expect(await compare()).toEqual({ contractId, listed: 4, gone: ['file_2'], foreign: ['file_9'] });
  expect(vendor.requests.length).toBe(2);
  expect((await states()).toSorted()).toEqual([
    ['file_1', null],
    ['file_2', 'gone'],
    ['file_3', null],
    ['file_4', null],
    ['file_9', null],
  ]);
  const foreign = (await listFiles(tenancy, tenantId)).find(({ vendorFileId }) => vendorFileId === 'file_9');
  expect(foreign).toMatchObject({ workspaceId: null, personId: null, name: undefined, label: null, bytes: 77 });
  expect(await compare()).toMatchObject({ gone: [], foreign: [] });
  expect((await records()).filter(({ kind }) => kind === 'files_reconciled')).toHaveLength(2);
});

test('a file uploaded while the vendor is asked is not taken for gone, and one that comes back is held again', async () => {
  await add('file_1');
  there.files.clear();
  expect(await compare()).toMatchObject({ gone: [] }); // Of this very instant: it may have come after the list.
  now = new Date('2026-11-27T12:00:00.000Z');
  expect(await compare()).toMatchObject({ gone: ['file_1'] });
  there.files.set('file_1', { id: 'file_1', filename: 'x', size_bytes: 10, expires_at: null });
  expect(await compare()).toMatchObject({ gone: [], foreign: [] });
  expect(await states()).toEqual([['file_1', null]]);
});

test('a list that leads back to itself, or is none, changes nothing', async () => {
  await add('file_1');
  now = new Date('2026-11-27T12:00:00.000Z');
  for (const body of ['{"data":[],"has_more":true,"last_id":null}', '{"data":{}}', '{"data":[{}],"has_more":false}']) {
    instead = { kind: 'json', status: 200, body };
    await expect(compare()).rejects.toMatchObject({ code: 'retention_vendor_unreadable' });
  }
  expect(await states()).toEqual([['file_1', null]]);
});

test('what has lain there for long is overdue; what expired by itself is held no more', async () => {
  await add('file_1', { uploadedAt: '2026-10-01T00:00:00Z' });
  await add('file_2', { uploadedAt: '2026-11-20T00:00:00Z' });
  await add('file_3', { uploadedAt: '2026-10-01T00:00:00Z', expiresAt: '2026-11-01T00:00:00Z' });
  const files = await listFiles(tenancy, tenantId);
  expect(files.map(({ vendorFileId }) => vendorFileId)).toEqual(['file_1', 'file_2']);
  expect(overdueFiles(files, { afterDays: 30, now }).map(({ vendorFileId }) => vendorFileId)).toEqual(['file_1']);
});

test('a running post compares on schedule, and reminds', async () => {
  await add('file_1', { uploadedAt: '2026-10-01T00:00:00Z' });
  await add('file_2');
  there.files.delete('file_2');
  now = new Date('2026-11-27T12:00:00.000Z');
  const events: FilesEvent[] = [];
  const settings = readSettings({ file: undefined, environment: {} });
  const tenant = { id: tenantId, name: 'x', isDemo: false };
  const watch = { tenancy, tenant, settings, tell: (event: FilesEvent) => void events.push(event) };
  await watchFiles(watch);
  expect(events).toEqual([
    { kind: 'files_differ', contractId, gone: 1, foreign: 0 },
    { kind: 'files_overdue', count: 1, bytes: 10 },
  ]);
  instead = { kind: 'json', status: 500, body: '{}' };
  await watchFiles(watch);
  expect(events.at(2)).toEqual({ kind: 'files_unread', contractId, code: 'retention_vendor_refused' });
});

test('the mirror counts a file until it is deleted or expires', async () => {
  await add('file_1');
  await add('file_2', { expiresAt: '2026-12-05T10:00:00Z' });
  await add('file_3');
  await recordDeletion(tenancy, {
    tenantId,
    contractId,
    vendorFileId: 'file_3',
    answer: 'deleted',
    by: { actor: 'console' },
  });
  const files = await listFiles(tenancy, tenantId, { withEnded: true });
  const dues = (on: string) => heldFiles(files, on).map(({ copy }) => copy.due);
  expect(dues('2026-11-25')).toEqual([]);
  expect(dues('2026-11-26')).toEqual([{ kind: 'until_deleted' }, { kind: 'on', on: '2026-12-05' }]);
});

test('an upload that is written down twice stands once', async () => {
  await add('file_1');
  await add('file_1');
  expect(await states()).toEqual([['file_1', null]]);
  expect((await records()).filter(({ kind }) => kind === 'file_uploaded')).toHaveLength(1);
});

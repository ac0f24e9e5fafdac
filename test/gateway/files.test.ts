import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileDesk } from '../../src/cli/files/file-desk.ts';
import { loadPolicy } from '../../src/policy/index.ts';
import { listFiles } from '../../src/retention/index.ts';
import { createKey } from '../../src/tenancy/index.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { filesVendor, upload } from '../support/files-vendor.ts';
import { type GatewayTestOptions, type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { eventually, send } from '../support/http.ts';
import { iban, token } from '../support/sensitive.ts';

let database: TestDatabase;
let post: GatewayUnderTest;
const vendor = filesVendor();

const withFiles = (more: Partial<GatewayTestOptions> = {}) =>
  startTestGateway({
    store: database.store,
    reply: vendor.reply,
    ways: async ({ tenancy }) => ({ files: fileDesk(tenancy) }),
    ...more,
  });

beforeAll(async () => {
  database = await createDatabase();
  post = await withFiles();
});
afterAll(async () => {
  await post.stop();
  await database.drop();
});

const inventory = (of = post) => listFiles(of.tenancy, of.tenant.id, { withEnded: true });
const headers = { 'anthropic-version': '2023-06-01' };

async function uploaded(name: string, content: string | Buffer, fields: Readonly<Record<string, string>> = {}) {
  const answered = await send(post.url, post.key, upload(name, content, fields));
  expect(answered.status).toBe(200);
  const found = await eventually(inventory, (files) =>
    files.some(({ vendorFileId }) => vendorFileId === JSON.parse(answered.text).id),
  );
  const file = found.find(({ vendorFileId }) => vendorFileId === JSON.parse(answered.text).id);
  if (!file) throw new Error('not in the inventory');
  return { answered, file };
}

test('an upload leaves byte for byte, is declared, and stands in the inventory', async () => {
  const sent = upload('notes.txt', 'plain\n', { expires_in_seconds: '7200' });
  const { answered, file } = await uploaded('notes.txt', 'plain\n', { expires_in_seconds: '7200' });
  expect(post.vendor.requests.at(-1)?.body.equals(sent.body)).toBe(true);
  expect(JSON.parse(answered.text)).toMatchObject({ type: 'file', filename: 'notes.txt' });
  expect(file).toMatchObject({ name: 'notes.txt', bytes: 6, label: 'internal', endedAt: null });
  expect(Date.parse(file.expiresAt ?? '')).toBeGreaterThan(Date.now());
  const records = await post.records();
  const declared = records.findLast((record) => record.kind === 'exchange_declared');
  expect(declared).toMatchObject({
    request: { path: '/v1/files', method: 'POST', bodyBytes: sent.body.length },
    policy: { features: ['files'] },
    parts: [
      { kind: 'file', path: 'notes.txt', bytes: 6, sent: 'first' },
      { kind: 'other', form: 'syntax' },
    ],
  });
  expect(declared?.parts.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(sent.body.length);
  expect(records.findLast((record) => record.kind === 'file_uploaded')).toMatchObject({
    vendorFileId: file.vendorFileId,
    exchangeId: declared?.exchangeId,
    name: 'notes.txt',
    label: 'internal',
  });
});

test('the label of an upload is that of its name, and what cannot be read is counted', async () => {
  const { file } = await uploaded('prod.tfstate', Buffer.from([0, 1, 2, 255]));
  expect(file).toMatchObject({ label: 'confidential', bytes: 4 });
  const declared = (await post.records()).findLast((record) => record.kind === 'exchange_declared');
  expect(declared).toMatchObject({ inspection: { unscannedBytes: 4 }, parts: [{ kind: 'document' }, {}] });
});

describe('nothing leaves, and it is on record why', () => {
  test.each([
    ['a secret in the file', upload('notes.txt', `a ${token} b`), 451, 'gateway_upload_sensitive'],
    ['personal data in the file', upload('notes.txt', `é ${iban}`), 451, 'gateway_upload_sensitive'],
    ['a secret in its name', upload(`${token}.txt`, 'plain'), 451, 'gateway_upload_sensitive'],
    ['a secret in a field', upload('a.txt', 'plain', { purpose: token }), 451, 'gateway_upload_sensitive'],
    ['a file that needs zero retention', upload('/home/jo/.aws/credentials', 'x'), 451, 'gateway_policy_refused'],
  ])('%s', async (_, sent, status, code) => {
    const before = post.vendor.requests.length;
    expect(await send(post.url, post.key, sent)).toMatchObject({ status, code });
    expect(post.vendor.requests.length).toBe(before);
    const ended = await eventually(
      () => post.records(),
      (records) => records.at(-1)?.kind === 'exchange_finished',
    );
    expect(ended.slice(-2)).toMatchObject([
      { kind: 'exchange_declared', verdict: 'block' },
      { kind: 'exchange_finished', outcome: 'not_sent', reason: code },
    ]);
  });

  test('a workspace under zero retention, which the Files API is outside of', async () => {
    const policy = loadPolicy([
      {
        name: 'octroi.yaml',
        text: `workspaces: { tests: { zdr: true } }
contracts: { test: { plan: anthropic/api, zdr: { since: 2026-01-01, document: "DPA 7" } } }`,
      },
    ]);
    const sealed = await withFiles({ policy });
    expect(await send(sealed.url, sealed.key, upload('notes.txt', 'x'))).toMatchObject({
      code: 'gateway_policy_refused',
    });
    expect(sealed.vendor.requests.length).toBe(0);
    await sealed.stop();
  });

  const good = upload('a.txt', 'plain');
  const b = 'octroi-test-boundary';
  const file = (disposition: string, more = '') =>
    `--${b}\r\nContent-Disposition: ${disposition}${more}\r\n\r\nx\r\n--${b}--\r\n`;
  test.each([
    ['no file', `--${b}\r\ncontent-disposition: form-data; name="file"\r\n\r\nx\r\n--${b}--`],
    ['a file of another name', file('form-data; name="other"; filename="a"')],
    ['two names', file(`form-data; name="file"; filename="a"; filename*=utf-8''b`)],
    ['a name twice', file('form-data; name="file"; filename="a"; filename="b"')],
    ['a header twice', file('form-data; name="file"; filename="a"', '\r\nContent-Type: a/b\r\nContent-Type: c/d')],
    ['an encoding', file('form-data; name="file"; filename="a"', '\r\nContent-Transfer-Encoding: base64')],
    ['something before it', `x${good.body.toString()}`],
    ['something behind it', `${good.body.toString()}x`],
    ['no end', good.body.toString().slice(0, -8)],
    ['two files', good.body.toString().replace(`\r\n--${b}--`, `\r\n${good.body.toString()}`)],
    ['nothing at all', `--${b}--`],
  ])('an upload with %s', async (_, body) => {
    const before = post.vendor.requests.length;
    const answered = await send(post.url, post.key, { ...good, body });
    expect(answered).toMatchObject({ status: 400, code: 'gateway_upload_malformed' });
    expect(post.vendor.requests.length).toBe(before);
  });

  test('an upload that is no form', async () => {
    const sent = { ...good, headers: { 'content-type': 'application/json' } };
    expect(await send(post.url, post.key, sent)).toMatchObject({ code: 'gateway_type_unknown' });
  });
});

test('a name in another alphabet is read, and labels by it', async () => {
  const body = upload('x', 'plain').body.toString().replace('filename="x"', `filename*=UTF-8''%C3%A9t%C3%A9.tfstate`);
  const answered = await send(post.url, post.key, { ...upload('x', ''), body });
  expect(answered.status).toBe(200);
  const files = await eventually(inventory, (found) => found.some(({ name }) => name === 'été.tfstate'));
  expect(files.find(({ name }) => name === 'été.tfstate')).toMatchObject({ label: 'confidential' });
});

test('a workspace sees, reads and deletes its own files alone', async () => {
  const { file } = await uploaded('mine.txt', 'mine');
  const other = await createKey(post.tenancy, {
    tenantId: post.tenant.id,
    personName: 'Bob',
    workspaceName: 'others',
    language: 'en',
    validDays: 1,
    actor: 'console',
  });
  const path = `/v1/files/${file.vendorFileId}`;
  const listed = await send(post.url, post.key, { method: 'GET', path: '/v1/files?limit=2', headers });
  expect(JSON.parse(listed.text)).toMatchObject({
    data: [{ id: file.vendorFileId, filename: 'mine.txt' }, {}],
    has_more: true,
    first_id: file.vendorFileId,
  });
  const none = await send(post.url, other.key, { method: 'GET', path: '/v1/files', headers });
  expect(JSON.parse(none.text)).toMatchObject({ data: [], has_more: false });
  for (const [method, target] of [
    ['GET', path],
    ['GET', `${path}/content`],
    ['DELETE', path],
  ] as const) {
    const before = post.vendor.requests.length;
    expect(await send(post.url, other.key, { method, path: target, headers })).toMatchObject({
      status: 404,
      code: 'gateway_file_unknown',
    });
    expect(post.vendor.requests.length).toBe(before);
  }
  expect((await send(post.url, post.key, { method: 'GET', path, headers })).status).toBe(200);
  expect((await send(post.url, post.key, { method: 'GET', path: `${path}/content`, headers })).text).toContain(
    'of the',
  );
});

test('a file can be asked for as soon as its upload was answered', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = JSON.parse((await send(post.url, post.key, upload('soon.txt', 'soon'))).text);
    expect((await send(post.url, post.key, { method: 'DELETE', path: `/v1/files/${id}`, headers })).status).toBe(200);
  }
});

test('a deletion through the gateway is confirmed by a record', async () => {
  const { file } = await uploaded('gone.txt', 'gone');
  const path = `/v1/files/${file.vendorFileId}`;
  const answered = await send(post.url, post.key, { method: 'DELETE', path, headers });
  expect(JSON.parse(answered.text)).toEqual({ id: file.vendorFileId, type: 'file_deleted' });
  const records = await eventually(
    () => post.records(),
    (found) => found.some((record) => record.kind === 'file_deleted' && record.vendorFileId === file.vendorFileId),
  );
  expect(records.findLast((record) => record.kind === 'file_deleted')).toMatchObject({
    vendorFileId: file.vendorFileId,
    answer: 'deleted',
    requestId: expect.stringMatching(/^req_/),
    sender: { keyId: post.keyId },
  });
  expect((await inventory()).find(({ vendorFileId }) => vendorFileId === file.vendorFileId)).toMatchObject({
    endedAs: 'deleted',
  });
});

test.each([
  ['PUT', '/v1/files', 'gateway_method_unknown'],
  ['DELETE', '/v1/files', 'gateway_method_unknown'],
  ['POST', '/v1/files/file_1', 'gateway_method_unknown'],
  ['DELETE', '/v1/files/file_1/content', 'gateway_method_unknown'],
  ['GET', '/v1/files/../models', 'gateway_path_unknown'],
  ['GET', '/v1/files/file_1%2F..', 'gateway_path_unknown'],
  ['GET', '/v1/files/file_1', 'gateway_file_unknown'],
])('%s %s is refused', async (method, path, code) => {
  expect(await send(post.url, post.key, { method, path, headers })).toMatchObject({ code });
});

import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKey, revokeKey } from '../../src/tenancy/index.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { eventually, send, sendRaw } from '../support/http.ts';

let database: TestDatabase;
let post: GatewayUnderTest;

beforeAll(async () => {
  database = await createDatabase();
  post = await startTestGateway({ store: database.store });
});
afterAll(async () => {
  await post.stop();
  await database.drop();
});

// Assembled at run time, so that no scanner takes them for real ones.
const personal = ['sk', 'ant', 'oat01', 'abcdef'].join('-');
const vendorKey = ['sk', 'ant', 'api03', 'abcdef'].join('-');
const otherVendorKey = ['sk', 'proj', 'abcdef'].join('-');

test.each([
  ['no credential', {}, 401, 'gateway_credential_missing'],
  ['an empty bearer', { authorization: 'Bearer ' }, 401, 'gateway_credential_missing'],
  ['a personal login', { authorization: `Bearer ${personal}` }, 451, 'gateway_credential_personal'],
  ['a personal login as x-api-key', { 'x-api-key': personal }, 451, 'gateway_credential_personal'],
  ['a vendor’s key', { 'x-api-key': vendorKey }, 451, 'gateway_credential_vendor'],
  ['a vendor’s key as bearer', { authorization: `bearer ${vendorKey}` }, 451, 'gateway_credential_vendor'],
  ['another vendor’s key', { authorization: `Bearer ${otherVendorKey}` }, 451, 'gateway_credential_vendor'],
  ['another secret', { authorization: 'Bearer abc' }, 401, 'gateway_credential_unknown'],
  ['another scheme', { authorization: 'Basic b2N0Xw==' }, 401, 'gateway_credential_unknown'],
  ['a mistyped key', { authorization: 'Bearer oct_abc' }, 401, 'gateway_key_unknown'],
])('refuses %s', async (_, headers: Record<string, string>, status, code) => {
  const before = post.vendor.requests.length;
  const answered = await send(post.url, '', { headers });
  expect(answered).toMatchObject({ status, code });
  expect(JSON.parse(answered.text)).toMatchObject({
    type: 'error',
    error: { message: expect.stringContaining(`[${code}]`) },
    octroi: { code },
  });
  expect(answered.headers['x-should-retry']).toBe('false');
  expect(answered.text).not.toContain('abcdef');
  expect(post.vendor.requests.length).toBe(before);
});

test('refuses an octroi key beside the beta header of a personal login', async () => {
  const answered = await send(post.url, post.key, {
    headers: { 'anthropic-beta': 'claude-code-20250219,oauth-2025-04-20' },
  });
  expect(answered).toMatchObject({ status: 451, code: 'gateway_credential_personal' });
});

test('refuses an octroi key beside a vendor’s key', async () => {
  expect(await send(post.url, post.key, { headers: { 'x-api-key': vendorKey } })).toMatchObject({
    code: 'gateway_credential_vendor',
  });
});

test.each([
  ['api-key', ['sk', 'ant', 'api03', 'x'].join('-'), 'gateway_credential_vendor'],
  ['x-other', ['sk', 'ant', 'oat01', 'x'].join('-'), 'gateway_credential_personal'],
  ['anthropic-beta', 'OAuth-2025-04-20', 'gateway_credential_personal'],
])('refuses a foreign credential in the header %s', async (name, value, code) => {
  expect(await send(post.url, post.key, { headers: { [name]: value } })).toMatchObject({ status: 451, code });
});

test('refuses two octroi keys that differ', async () => {
  const other = `oct_${'0'.repeat(46)}`;
  expect(await send(post.url, post.key, { headers: { 'x-api-key': other } })).toMatchObject({
    code: 'gateway_credential_conflict',
  });
});

test('takes the key as bearer, as x-api-key, and as both', async () => {
  expect((await send(post.url, post.key)).status).toBe(200);
  expect((await send(post.url, '', { headers: { 'x-api-key': post.key } })).status).toBe(200);
  expect((await send(post.url, post.key, { headers: { 'x-api-key': post.key } })).status).toBe(200);
});

test('refuses before the body is sent', async () => {
  const head = [
    'POST /v1/messages HTTP/1.1',
    'host: octroi',
    `authorization: Bearer ${personal}`,
    'content-length: 20000000',
    '',
    '',
  ].join('\r\n');
  const answered = await sendRaw(post.url, [head], /gateway_credential_personal\]/);
  expect(answered).toMatch(/^HTTP\/1\.1 451 /);
});

test('does not ask a refused client for its body', async () => {
  const headers = { authorization: `Bearer ${personal}`, 'content-length': '5', expect: '100-continue' };
  const request = httpRequest(`${post.url}/v1/messages`, { method: 'POST', headers });
  let wasAsked = false;
  request.on('continue', () => (wasAsked = true));
  request.flushHeaders();
  const [response] = await once(request, 'response');
  expect(response.statusCode).toBe(451);
  expect(wasAsked).toBe(false);
  request.destroy();
});

test('asks an admitted client for its body', async () => {
  const body = JSON.stringify({ model: 'm', messages: [] });
  const headers = {
    authorization: `Bearer ${post.key}`,
    'content-length': String(body.length),
    expect: '100-continue',
  };
  const request = httpRequest(`${post.url}/v1/messages`, { method: 'POST', headers });
  request.flushHeaders();
  await once(request, 'continue');
  request.end(body);
  const [response] = await once(request, 'response');
  expect(response.statusCode).toBe(200);
  response.resume();
});

test('a revoked key is refused at once, and says so in its person’s language', async () => {
  const wanted = {
    tenantId: post.tenant.id,
    personName: 'Blaise',
    workspaceName: 'tests',
    language: 'fr',
    validDays: 1,
    actor: 'console',
  } as const;
  const made = await createKey(post.tenancy, wanted);
  expect((await send(post.url, made.key)).status).toBe(200);
  await revokeKey(post.tenancy, { tenantId: post.tenant.id, keyId: made.id, actor: 'console' });
  // Another process revoked it: this one hears of it from the database.
  const answered = await eventually(
    () => send(post.url, made.key),
    (found) => found.status !== 200,
  );
  expect(answered).toMatchObject({ status: 401, code: 'gateway_key_revoked' });
  expect(answered.text).toContain('Cette clé octroi a été révoquée.');
  expect(answered.headers['x-should-retry']).toBe('false');
});

test('an expired key is refused', async () => {
  const wanted = {
    tenantId: post.tenant.id,
    personName: 'Henri',
    workspaceName: 'tests',
    language: 'en',
    validDays: 1,
    actor: 'console',
  } as const;
  const now = () => new Date(Date.now() - 2 * 86_400_000);
  const made = await createKey({ ...post.tenancy, now }, wanted);
  expect(await send(post.url, made.key)).toMatchObject({ status: 401, code: 'gateway_key_expired' });
});

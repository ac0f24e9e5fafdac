import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import { buildConsole, makeLink } from '../../src/console-api/index.ts';
import { rights } from '../../src/console-api/rights.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { ensureTenant, type Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { accountsOf } from '../support/person-sign-in.ts';
import { retainedOf } from '../support/retained.ts';
import { rulesInForce } from '../support/rules.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { declaredRecord } from '../support/records.ts';

let database: TestDatabase;
let tenancy: Tenancy;
let tenantId: string;
let server: FastifyInstance;
let cookie: string;
const forgotten: string[] = [];
const faults: unknown[] = [];

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
  tenantId = (await ensureTenant(tenancy, 'tenant')).id;
  server = buildConsole({
    store: database.store,
    tenancy,
    ...accountsOf(tenancy, tenantId),
    ...retainedOf(tenancy, tenantId),
    directory: { forget: (tenant) => forgotten.push(tenant) },
    rules: rulesInForce(),
    gatewayUrl: 'http://127.0.0.1:8040',
    version: '1.2.3',
    staticFolder: '/nowhere',
    isHttps: false,
    about: { program: 'octroi', options: '' },
    hosts: ['localhost', '[::1]'],
    tell: (event) => faults.push(event),
  });
  const answered = await post('/api/session', { link: await makeLink(tenancy, tenantId) });
  cookie = String(answered.headers['set-cookie']).split(';')[0] ?? '';
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

type Headers = Readonly<Record<string, string>>;

const get = (url: string, headers: Headers = { cookie }) =>
  server.inject({ url, headers: { host: 'localhost:8041', ...headers } });

function post(url: string, payload: object | string = {}, headers: Headers = {}) {
  return server.inject({
    method: 'POST',
    url,
    payload,
    headers: { host: 'localhost:8041', 'content-type': 'application/json', cookie: cookie ?? '', ...headers },
  });
}

test('a link signs in once, and its cookie is for this site alone', async () => {
  const link = await makeLink(tenancy, tenantId);
  const first = await post('/api/session', { link });
  expect(first.statusCode).toBe(200);
  expect(first.json()).toEqual({
    tenantName: 'tenant',
    isDemo: false,
    gatewayUrl: 'http://127.0.0.1:8040',
    version: '1.2.3',
    person: null,
    roles: [],
    rights,
  });
  expect(first.headers['set-cookie']).toMatch(
    /^octroi_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  const second = await post('/api/session', { link });
  expect(second.statusCode).toBe(403);
  expect(second.json()).toMatchObject({ code: 'console_link_invalid' });
});

test('of two that use one link at the same time, one succeeds', async () => {
  const link = await makeLink(tenancy, tenantId);
  const answers = await Promise.all(Array.from({ length: 8 }, () => post('/api/session', { link })));
  expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBe(1);
});

test('a link is too old after an hour, a session after twelve', async () => {
  const ago = (ms: number) => ({ ...tenancy, now: () => new Date(Date.now() - ms) });
  const link = await makeLink(ago(61 * 60_000), tenantId);
  expect((await post('/api/session', { link })).statusCode).toBe(403);
  await database.asSuper(
    `update console_session set expires_at = now() - interval '1 second' where created_at < now()`,
  );
  expect((await get('/api/session')).statusCode).toBe(401);
  const answered = await post('/api/session', { link: await makeLink(tenancy, tenantId) });
  cookie = String(answered.headers['set-cookie']).split(';')[0] ?? '';
});

test('signing out ends the session at once', async () => {
  const answered = await post('/api/session', { link: await makeLink(tenancy, tenantId) });
  const mine = String(answered.headers['set-cookie']).split(';')[0] ?? '';
  const out = await server.inject({
    method: 'DELETE',
    url: '/api/session',
    headers: { host: 'localhost', cookie: mine },
  });
  expect(out.statusCode).toBe(204);
  expect((await get('/api/keys', { cookie: mine })).statusCode).toBe(401);
});

test.each([
  '/api/session',
  '/api/setup',
  '/api/names',
  '/api/exchanges',
  '/api/exchanges/x',
  '/api/keys',
  '/api/matrix',
  '/api/matrix.csv',
  '/api/policy',
  '/api/policy/cases',
  '/api/policy/versions',
  '/api/reasons',
  '/api/catalogue',
  '/api/claims',
  '/api/contracts',
])('%s is closed to who is not signed in', async (url) => {
  for (const wrong of ['', 'octroi_session=', `octroi_session=${'a'.repeat(43)}`, 'other=1']) {
    const answered = await get(url, { cookie: wrong });
    expect(answered.statusCode).toBe(401);
    expect(answered.json()).toMatchObject({ code: 'console_not_signed_in' });
  }
});

test.each([
  ['a name that is not ours', { host: 'evil.example' }, 421, 'console_host_unknown'],
  ['a name that looks like ours', { host: 'localhost.evil.example' }, 421, 'console_host_unknown'],
  ['another site', { origin: 'https://evil.example' }, 403, 'console_origin_refused'],
  ['another port of this machine', { origin: 'http://localhost:9999' }, 403, 'console_origin_refused'],
  ['a browser that says so', { 'sec-fetch-site': 'cross-site' }, 403, 'console_origin_refused'],
  ['a sandboxed frame', { origin: 'null' }, 403, 'console_origin_refused'],
])('a change is refused from %s', async (_, headers, status, code) => {
  const answered = await post(
    '/api/keys',
    { person: 'a', workspace: 'b', language: 'en', days: 1 },
    headers as Headers,
  );
  expect(answered.statusCode).toBe(status);
  expect(answered.json()).toMatchObject({ code });
});

test('a change from the console itself passes', async () => {
  const headers = { origin: 'http://localhost:8041', 'sec-fetch-site': 'same-origin' };
  const made = await post('/api/keys', { person: 'Ada', workspace: 'w', language: 'en', days: 30 }, headers);
  expect(made.statusCode).toBe(201);
  expect(made.json()).toMatchObject({ key: expect.stringMatching(/^oct_/), workspace: 'w' });
  const listed = await get('/api/keys');
  expect(listed.json()[0]).toMatchObject({ id: made.json().id, state: 'active' });
  expect(listed.body).not.toContain(made.json().key);
  expect((await post(`/api/keys/${made.json().id}/revoke`)).statusCode).toBe(204);
  expect(forgotten).toContain(tenantId);
  expect((await get('/api/keys')).json()[0]).toMatchObject({ state: 'revoked' });
});

test.each([
  ['no JSON', 'nonsense'],
  ['a list', '[]'],
  ['a missing member', { person: 'a' }],
  ['a member too many', { person: 'a', workspace: 'b', language: 'en', days: 1, admin: true }],
  ['a number as text', { person: 'a', workspace: 'b', language: 'en', days: '1' }],
  ['a name of control characters', { person: '\u0000', workspace: 'b', language: 'en', days: 1 }],
  ['a life of no days', { person: 'a', workspace: 'b', language: 'en', days: 0 }],
  ['too much', { person: 'a'.repeat(100_000), workspace: 'b', language: 'en', days: 1 }],
])('a key is refused for %s, with a code and a hint in the reader’s language', async (_, payload) => {
  const before = (await get('/api/keys')).json().length;
  const answered = await post('/api/keys', payload, { 'accept-language': 'fr-FR,fr;q=0.9' });
  expect(answered.statusCode).toBe(422);
  expect(answered.json()).toMatchObject({
    code: expect.stringMatching(/^(console|tenancy)_/),
    text: expect.stringMatching(/[éèà’]|saisie|dure/),
    hint: expect.stringMatching(/\S/),
  });
  expect((await get('/api/keys')).json().length).toBe(before);
});

test.each([
  'person=x',
  'kind=gossip',
  'verdict=maybe',
  'from=yesterday',
  'before=x',
  'before=2026-01-01T00:00:00Z_x',
  'surprise=1',
  'limit=9999',
])('a query of %s is refused', async (query) => {
  const answered = await get(`/api/exchanges?${query}`);
  expect(answered.statusCode).toBe(422);
  expect(answered.json()).toMatchObject({ code: 'console_input_invalid' });
});

test('homes are shown as ~, since they carry login names; sums and receipt are the record’s', async () => {
  const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  const parts = [
    { kind: 'file', bytes: 6, fingerprint: 'a', sent: 'first', path: '/home/ada/projects/x.ts' },
    {
      kind: 'command_output',
      bytes: 4,
      fingerprint: 'b',
      sent: 'again',
      command: 'cat /Users/ada/y && type C:\\Users\\ada\\z',
    },
  ] as const;
  const record = declaredRecord({ tenantId, parts });
  const receipt = await ledger.append(record);
  await ledger.close();
  const view = (await get(`/api/exchanges/${record.exchangeId}`)).json();
  expect(view).toMatchObject({
    outcome: 'open',
    bodyBytes: 10,
    newBytes: 6,
    files: ['~/projects/x.ts'],
    newFileCount: 1,
    newKinds: ['file'],
    receipt: { recordId: record.id, digest: receipt.digest },
    answer: null,
  });
  expect(view.parts[1].command).toBe('cat ~/y && type ~\\z');
  expect(JSON.stringify(view)).not.toContain('ada');
});

test('every answer forbids what is not ours to run', async () => {
  for (const url of ['/', '/api/session', '/api/nothing', '/keys']) {
    const { headers } = await get(url);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  }
});

test('an address that does not decode is told as one that leads nowhere', async () => {
  const answered = await get('/exchanges/%E0%A4%A');
  expect(answered.statusCode).toBe(404);
  expect(answered.json()).toMatchObject({ code: 'console_path_unknown' });
  expect(answered.headers['content-security-policy']).toBeDefined();
});

test('a console that was not built says so', async () => {
  const answered = await get('/');
  expect(answered.statusCode).toBe(503);
  expect(answered.json()).toMatchObject({ code: 'console_not_built' });
});

test('a path of the API that does not exist is told as JSON', async () => {
  const answered = await get('/api/nothing');
  expect(answered.statusCode).toBe(404);
  expect(answered.json()).toMatchObject({ code: 'console_path_unknown' });
});

test('a fault of ours is told as such and tells nothing of itself', async () => {
  await database.asSuper('alter table octroi_key rename to gone');
  const answered = await get('/api/keys');
  await database.asSuper('alter table gone rename to octroi_key');
  expect(answered.statusCode).toBe(500);
  expect(answered.json()).toMatchObject({ code: 'console_internal' });
  expect(answered.body).not.toContain('octroi_key');
  expect(faults).toContainEqual({ kind: 'fault', cause: '42P01' });
});

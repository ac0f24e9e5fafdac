import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Right, rights, rightsOf } from '../../src/console-api/rights.ts';
import { routeRights } from '../../src/console-api/route-rights.ts';
import { grantRole, octroiRoles, revokeRole, disablePerson } from '../../src/tenancy/index.ts';
import { type ConsoleServer, startConsoleServer } from '../support/console-server.ts';
import { addAccount } from '../support/person-sign-in.ts';

const nothing = '00000000-0000-7000-8000-000000000000';
const mutating = Object.keys(routeRights).filter((route) => !route.startsWith('GET '));
const guarded = Object.entries(routeRights).flatMap(([route, guard]) => {
  const right = rights.find((each) => each === guard) ?? (guard === 'by_act' ? 'reveal' : undefined);
  const [method = '', path = ''] = route.split(' ');
  return right === undefined ? [] : [{ method, url: path.replace(/:\w+/, nothing), right, guard }];
});

let server: ConsoleServer;

beforeAll(async () => {
  server = await startConsoleServer();
  for (const role of octroiRoles) await addAccount(server, role, role);
  await addAccount(server, 'nobody', 'lead');
});
afterAll(() => server.close());

test('every route that changes something asks for a right, but those by which one comes and goes', () => {
  const free = mutating.filter((route) => ['open', 'session'].includes(routeRights[route] ?? ''));
  expect(free.toSorted()).toEqual([
    'DELETE /api/session',
    'POST /api/session',
    'POST /api/sign-in/passkey',
    'POST /api/sign-in/passkey/options',
    'POST /api/sign-in/password',
  ]);
  // Those that ask for `read` alone change nothing.
  expect(mutating.filter((route) => routeRights[route] === 'read').toSorted()).toEqual([
    'POST /api/evaluations/run',
    'POST /api/policy/diff',
  ]);
});

test('the contracts list every route', () => {
  const folder = join(import.meta.dirname, '..', '..', 'src', 'console-api');
  const sources = [
    'contract.ts',
    'access-contract.ts',
    'policy-contract.ts',
    'catalogue-contract.ts',
    'ledger-contract.ts',
    'posture-contract.ts',
    'retention-contract.ts',
    'vendor-contract.ts',
    'fleet-contract.ts',
    'egress-contract.ts',
    'training-contract.ts',
    'evaluation-contract.ts',
    'minimisation-contract.ts',
  ];
  const listed = sources.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  for (const route of Object.keys(routeRights)) {
    const [method, path = ''] = route.split(' ');
    expect(listed, route).toContain(path);
    expect(['GET', 'POST', 'DELETE']).toContain(method);
  }
});

test('a person without a role has what is about themselves, and is refused everything else', async () => {
  const nobody = await server.as('nobody');
  for (const { method, url } of guarded) {
    const { status, body } = await (method === 'GET' ? nobody.get(url) : nobody.post(url, {}));
    expect([url, status, (JSON.parse(body) as { code: string }).code]).toEqual([url, 403, 'console_right_missing']);
  }
  const open = Object.entries(routeRights).filter(([, guard]) => guard === 'session' || guard === 'own');
  expect(open.map(([route]) => route).toSorted()).toEqual([
    'DELETE /api/session',
    'GET /api/my/trainings',
    'GET /api/my/trainings/:module',
    'GET /api/session',
    'POST /api/my/attempts/:id',
    'POST /api/my/attempts/:id/attest',
    'POST /api/my/trainings/:module/attempts',
  ]);
  expect(JSON.parse((await nobody.get('/api/session')).body)).toMatchObject({ person: { name: 'nobody' }, rights: [] });
  expect((await nobody.get('/api/my/trainings')).status).toBe(200);
});

test('what is about oneself is nothing to the session of a link, which is nobody’s', async () => {
  expect(await server.get('/api/my/trainings')).toMatchObject({ status: 403 });
  expect((await server.get('/api/my/trainings')).body).toContain('console_person_required');
});

describe.each(octroiRoles)('%s', (role) => {
  test('may do what its rights say, and is refused the rest by its code, in both languages', async () => {
    const asking = await server.as(role);
    const held = rightsOf([role]);
    for (const { method, url, right, guard } of guarded) {
      const { status, body } = await (method === 'GET' ? asking.get(url) : asking.post(url, {}));
      const code = (JSON.parse(body.startsWith('{') ? body : '{}') as { code?: string }).code;
      // What is refused by its act is one that is not there.
      const isRefused = code === 'console_right_missing';
      expect([url, isRefused], body).toEqual([url, guard !== 'by_act' && !held.includes(right)]);
      if (isRefused) expect(status).toBe(403);
      else expect([200, 404, 422]).toContain(status);
    }
  });
});

test.each([
  [['octroi-admin'], rights],
  [['octroi-security'], ['read', 'policy', 'keys', 'contracts', 'devices', 'trainings', 'exemptions', 'evidence']],
  [['octroi-dpo'], ['read', 'retention', 'holds', 'erasure', 'requests', 'reveal', 'trainings', 'evidence']],
  [['octroi-auditor'], ['read', 'trainings']],
  [['octroi-lead'], ['trainings', 'exemptions']],
  [
    ['octroi-auditor', 'octroi-security'],
    ['read', 'policy', 'keys', 'contracts', 'devices', 'trainings', 'exemptions', 'evidence'],
  ],
  [['lead'], []],
] as const)('%j together may %j', (roles, expected: readonly Right[]) => {
  expect(rightsOf(roles)).toEqual(expected);
});

test('a refusal says which right is missing, in the language of whoever asks', async () => {
  const auditor = await server.as('octroi-auditor');
  const { body } = await auditor.post('/api/keys', {});
  expect(JSON.parse(body)).toMatchObject({ code: 'console_right_missing', text: expect.stringContaining('`keys`') });
});

test('without a session nothing but the way in is open', async () => {
  for (const { method, url } of guarded) {
    const { status } = await (method === 'GET' ? server.nobody.get(url) : server.nobody.post(url, {}));
    expect([url, status]).toEqual([url, 401]);
  }
});

test('a session tells who it is and what they may; a link’s is nobody, with all rights', async () => {
  const dpo = JSON.parse((await (await server.as('octroi-dpo')).get('/api/session')).body);
  expect(dpo).toMatchObject({
    person: { name: 'octroi-dpo' },
    roles: ['octroi-dpo'],
    rights: rightsOf(['octroi-dpo']),
  });
  expect(JSON.parse((await server.get('/api/session')).body)).toMatchObject({ person: null, roles: [], rights });
});

test('what a person does at the console is recorded as theirs', async () => {
  const personId = await addAccount(server, 'Sec', 'octroi-security');
  const made = await (await server.as('Sec')).post('/api/keys', {
    person: 'Ada',
    workspace: 'w',
    language: 'en',
    days: 3,
  });
  expect(made.status).toBe(201);
  const records = await server.records();
  expect(records.findLast(({ kind }) => kind === 'key_created')).toMatchObject({ actor: { personId } });
  expect(records.findLast(({ kind }) => kind === 'console_signed_in')).toMatchObject({ by: 'password', personId });
});

test('a session has no right left without a role, has it again with one, and ends with the person', async () => {
  const change = { tenantId: server.tenantId, person: 'Temp', role: 'octroi-auditor', actor: 'command_line' } as const;
  await addAccount(server, 'Temp', 'octroi-auditor');
  const temp = await server.as('Temp');
  const status = async () => (await temp.get('/api/keys')).status;
  const seen = [await status()];
  await revokeRole(server.tenancy, change);
  seen.push(await status());
  await grantRole(server.tenancy, change);
  seen.push(await status());
  await disablePerson(server.tenancy, change);
  seen.push(await status());
  expect(seen).toEqual([200, 403, 200, 401]);
});

test('wrong passwords and unknown names are refused, and an address has twenty tries', async () => {
  const code = async (name: string, password: string) => {
    const { status, body } = await server.nobody.post('/api/sign-in/password', { name, password });
    return [status, (JSON.parse(body) as { code: string }).code];
  };
  const { password } = await import('../support/sign-in.ts');
  expect(await code('nobody', 'wrong')).toEqual([403, 'console_sign_in_refused']);
  expect(await code('unheard of', password)).toEqual([403, 'console_sign_in_refused']);
  expect((await server.nobody.post('/api/sign-in/password', { name: 'x' })).status).toBe(422);
  for (let tries = 2; tries < 20; tries += 1) await code('unheard of', '');
  expect(await code('octroi-admin', password)).toEqual([429, 'console_too_many_failures']);
});

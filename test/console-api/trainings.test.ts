import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MyTrainingsView, ModuleView, TeamView } from '../../src/console-api/training-contract.ts';
import { announceChange } from '../../src/tenancy/index.ts';
import { type ConsoleServer, startConsoleServer } from '../support/console-server.ts';
import { addAccount } from '../support/person-sign-in.ts';
import { rulesInForce } from '../support/rules.ts';
import { answersOf } from '../support/training.ts';

const module = 'commercial-or-consumer';
const yaml = `training: { required: true, modules: [${module}, fire-drill], graceDays: 5 }`;

let server: ConsoleServer;
let ada: Awaited<ReturnType<ConsoleServer['as']>>;
let adaId: string;

beforeAll(async () => {
  server = await startConsoleServer(() => new Date('2026-11-27T08:00:00Z'));
  server.govern(rulesInForce({ files: [{ name: 'octroi.yaml', text: yaml }] }));
  adaId = await addAccount(server, 'Ada', 'developer');
  await addAccount(server, 'Lead', 'octroi-lead');
  ada = await server.as('Ada');
});
afterAll(() => server.close());

const parsed = (body: string): unknown => JSON.parse(body);
const mine = async () => parsed((await ada.get('/api/my/trainings')).body) as MyTrainingsView;

test('a person reads a module, answers, declares it in its words, and the gate knows', async () => {
  const before = await mine();
  expect(before).toMatchObject({ state: 'overdue', graceDays: 5, exemptUntil: null });
  const states = before.modules.map(({ id, state, isRequired }) => [id, state, isRequired]);
  expect(states).toEqual([
    [module, 'missing', true],
    ['fire-drill', 'missing', true],
    ['what-leaves-with-a-prompt', 'missing', false],
    ['what-was-refused-here', 'missing', false],
  ]);
  expect(before.modules.map(({ given }) => given?.attemptsLeft ?? null)).toEqual([3, null, 3, 3]);
  const read = parsed((await ada.get(`/api/my/trainings/${module}`)).body) as ModuleView;
  expect(read.sections.length).toBe(5);
  const begun = await ada.post(`/api/my/trainings/${module}/attempts`);
  expect(begun.status).toBe(201);
  expect(begun.body).not.toMatch(/"right"|"why"|"wrong"|seed/);
  const attempt = parsed(begun.body) as { id: string; questions: [] };
  const learner = {
    parts: { ...server.tenancy, announce: announceChange },
    tenantId: server.tenantId,
    personId: adaId,
  };
  const given = await answersOf(learner, attempt);
  const scored = await ada.post(`/api/my/attempts/${attempt.id}`, { given });
  expect(parsed(scored.body)).toMatchObject({ right: 8, needed: 6, isPassed: true });
  const other = await ada.post(`/api/my/attempts/${attempt.id}/attest`, { statement: 'I have read it.' });
  expect([other.status, other.body]).toEqual([409, expect.stringContaining('training_statement_other')]);
  const attested = await ada.post(`/api/my/attempts/${attempt.id}/attest`, { statement: read.statement });
  expect(parsed(attested.body)).toEqual({ validUntil: '2027-11-27' });
  expect(server.forgotten).toContain(server.tenantId);
  expect((await mine()).modules[0]).toMatchObject({ state: 'valid', validUntil: '2027-11-27' });
});

test.each([
  ['GET', '/api/my/trainings/fire-drill', undefined, 404],
  ['POST', '/api/my/trainings/fire-drill/attempts', {}, 404],
  ['POST', '/api/my/attempts/00000000-0000-7000-8000-000000000000', { given: {} }, 404],
  ['POST', '/api/my/attempts/no-id', { given: {} }, 404],
  ['POST', '/api/my/attempts/no-id', { given: { a: -1 } }, 422],
  ['POST', '/api/my/attempts/no-id', {}, 422],
] as const)('%s %s with %j is refused', async (method, url, payload, status) => {
  expect((await (method === 'GET' ? ada.get(url) : ada.post(url, payload))).status).toBe(status);
});

test('the module of what was refused says that it has no numbers yet, and is given all the same', async () => {
  const { body } = await ada.get('/api/my/trainings/what-was-refused-here');
  expect(body).toContain('5 persons or more');
  expect((await ada.post('/api/my/trainings/what-was-refused-here/attempts')).status).toBe(201);
});

test('a lead sees the team by pseudonym, as a table too, and lets somebody send for some hours with a reason', async () => {
  const lead = await server.as('Lead');
  const team = parsed((await lead.get('/api/trainings')).body) as TeamView;
  expect(team.modules.map(({ id }) => id)).toEqual([module, 'fire-drill']);
  expect(team.people.find(({ personId }) => personId === adaId)?.modules.map(({ state }) => state)).toEqual([
    'valid',
    'missing',
  ]);
  expect(JSON.stringify(team)).not.toMatch(/Ada|right|score/);
  const { body: table } = await lead.get('/api/trainings.csv');
  expect(table.split('\r\n')[0]).toBe('\uFEFFperson,module,title,state,valid_until,exempt_until');
  expect(table).toContain('Commercial or consumer?,valid,2027-11-27');
  const granted = await lead.post('/api/trainings/exemptions', { person: 'Ada', hours: 4, reason: 'incident 4711' });
  expect(granted.status).toBe(201);
  expect(await mine()).toMatchObject({ state: 'exempt', exemptUntil: '2026-11-27T12:00:00.000Z' });
  const record = (await server.records()).findLast(({ kind }) => kind === 'training_exempted');
  expect(record).toMatchObject({ personId: adaId, reason: 'incident 4711', actor: { personId: expect.any(String) } });
});

test.each([
  [{ person: 'nobody at all', hours: 4, reason: 'incident 4711' }, 404],
  [{ person: 'Ada', hours: 0, reason: 'incident 4711' }, 422],
  [{ person: 'Ada', hours: 4, reason: 'short' }, 422],
])('the exemption %j is refused', async (form, status) => {
  expect((await (await server.as('Lead')).post('/api/trainings/exemptions', form)).status).toBe(status);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import type { HoldView, PlanView, RequestView, RetentionView } from '../../src/console-api/retention-contract.ts';
import { openCertificate } from '../../src/ledger/verify/index.ts';
import { createKey, resolvePerson } from '../../src/tenancy/index.ts';
import { type ConsoleServer, startConsoleServer } from '../support/console-server.ts';
import { testSequencer } from '../support/log.ts';
import { addAccount } from '../support/person-sign-in.ts';
import { appendFor, exchangeRecords } from '../support/retention.ts';

let post: ConsoleServer;

beforeAll(async () => {
  post = await startConsoleServer();
});
afterAll(async () => {
  await post.close();
});

const json = async <T>(asked: Promise<{ readonly body: string }>): Promise<T> => JSON.parse((await asked).body) as T;
const logged = () => testSequencer(post.tenancy).round();

async function newPerson(personName: string): Promise<string> {
  const { tenancy, tenantId } = post;
  const wanted = { personName, workspaceName: 'billing', language: 'en', validDays: 30, actor: 'console' } as const;
  await createKey(tenancy, { tenantId, ...wanted });
  return resolvePerson(tenancy, { tenantId, person: personName });
}

test('each class is shown with its bounds and sources, and what falls due in which month', async () => {
  const { tenancy, tenantId } = post;
  await appendFor(tenancy, timeOrderedId(), exchangeRecords({ tenantId, ageDays: 10 }));
  const { classes, due, deletedConversationDays } = await json<RetentionView>(post.get('/api/retention'));
  expect(classes.find(({ name }) => name === 'declaration')).toMatchObject({ days: 365, floorDays: 183, records: 2 });
  expect(classes.every(({ anchors }) => anchors.length > 0)).toBe(true);
  const month = new Date(Date.now() + 355 * 86_400_000).toISOString().slice(0, 7);
  expect(due).toContainEqual({ month, class: 'declaration', records: 2 });
  expect(deletedConversationDays).toBe(7);
});

test('what is past its lifetime is erased once what would go was looked at, and not otherwise', async () => {
  const { tenancy, tenantId } = post;
  await appendFor(tenancy, timeOrderedId(), exchangeRecords({ tenantId, ageDays: 400 }));
  await logged();
  const plan = await json<PlanView>(post.get('/api/retention/plan'));
  expect(plan.lines).toMatchObject([{ class: 'declaration', held: 0 }]);
  const other = await post.post('/api/retention/sweep', { digest: 'another' });
  expect([other.status, JSON.parse(other.body).code]).toEqual([409, 'console_plan_other']);
  expect(await json(post.post('/api/retention/sweep', { digest: plan.digest }))).toEqual({ records: 2 });
  await logged();
  const [certificate] = await json<{ id: string; by: string }[]>(post.get('/api/certificates'));
  expect(certificate).toMatchObject({ ground: 'lifetime_over', records: 2, by: 'console' });
  const file = await json<{ certificate: string }>(post.get(`/api/certificates/${certificate?.id}`));
  expect(openCertificate(file.certificate)).toMatchObject({ tombstone: certificate?.id });
});

test('a hold is placed on what is there, keeps it, and is released once', async () => {
  const person = await newPerson('Grace Hopper');
  const placed = await json<{ id: string }>(
    post.post('/api/holds', { scope: 'person', value: person, reason: 'dispute 12' }),
  );
  const [hold] = await json<HoldView[]>(post.get('/api/holds'));
  expect(hold).toMatchObject({ id: placed.id, scope: 'person', state: 'active', placedBy: 'console' });
  expect(JSON.stringify(hold)).not.toContain('Grace');
  const { digest } = await json<PlanView>(post.get(`/api/erasures/plan?person=${person}`));
  const refused = await post.post('/api/erasures', { person, digest, reason: 'request 7' });
  expect([refused.status, JSON.parse(refused.body).code]).toEqual([409, 'retention_held']);
  const release = () => post.post(`/api/holds/${placed.id}/release`, { reason: 'settled' });
  expect((await release()).status).toBe(204);
  expect(JSON.parse((await release()).body).code).toBe('retention_hold_released');
});

test.each([
  [{ scope: 'person', value: timeOrderedId(), reason: 'because' }, 422],
  [{ scope: 'class', value: 'nonsense', reason: 'because' }, 422],
  [{ scope: 'all', value: '', reason: '' }, 422],
  [{ scope: 'all', value: '', reason: 'because', until: '2020-01-01' }, 422],
])('a hold on %j is refused', async (form, status) => {
  expect((await post.post('/api/holds', form)).status).toBe(status);
});

test('nobody gets the name behind a pseudonym alone by asking for the archive that it stands in', async () => {
  const person = await newPerson('Emmy Noether');
  for (const name of ['Asks', 'Agrees', 'Other']) await addAccount(post, name, 'octroi-dpo');
  const [asks, agrees, other] = [await post.as('Asks'), await post.as('Agrees'), await post.as('Other')];
  const outcome = async (by: Pick<ConsoleServer, 'post'>) => {
    const { status, body } = await by.post('/api/access-requests', { person, language: 'fr' });
    return status === 200 ? 200 : `${status} ${JSON.parse(body).code}`;
  };
  expect(await outcome(post)).toBe('403 console_person_required');
  expect(await outcome(asks)).toBe('403 console_access_unconfirmed');
  const reason = 'Access request 2026-8 of that person';
  const { id } = await json<{ id: string }>(asks.post('/api/approvals/reveal', { personId: person, reason }));
  expect(await outcome(asks)).toBe('403 console_access_unconfirmed');
  await agrees.post(`/api/approvals/${id}/confirm`);
  expect([await outcome(asks), await outcome(agrees), await outcome(other)]).toEqual([
    200,
    200,
    '403 console_access_unconfirmed',
  ]);
});

test('a person is told all that is held on them, and then erased: both stand among the requests', async () => {
  const person = await newPerson('Ada Lovelace');
  for (const name of ['Dana', 'Diego']) await addAccount(post, name, 'octroi-dpo');
  const [dana, diego] = [await post.as('Dana'), await post.as('Diego')];
  const asked = { personId: person, reason: 'Access request 2026-7' };
  const { id } = await json<{ id: string }>(dana.post('/api/approvals/reveal', asked));
  await diego.post(`/api/approvals/${id}/confirm`);
  const told = await dana.post('/api/access-requests', { person, language: 'fr' });
  expect(told.status).toBe(200);
  const before = await json<RequestView[]>(post.get('/api/requests'));
  expect(before[0]).toMatchObject({ kind: 'access', person: { id: person }, by: expect.stringMatching(/-\d{4}$/) });
  await logged();
  const plan = await json<PlanView>(post.get(`/api/erasures/plan?person=${person}`));
  expect(plan.rows).toBeGreaterThan(0);
  const erased = await post.post('/api/erasures', { person, digest: plan.digest, reason: 'request 2026-7' });
  expect(erased.status).toBe(200);
  const after = await json<RequestView[]>(post.get('/api/requests'));
  expect(after.map(({ kind }) => kind)).toContain('person_erased');
  expect(after.find((each) => each.kind === 'access' && each.person?.id === person)).toBeUndefined();
  expect((await post.get(`/api/erasures/plan?person=${person}`)).status).toBe(404);
});

test('a deleted conversation is gone from the list of exchanges at once', async () => {
  const { tenancy, tenantId } = post;
  const person = await newPerson('Alan');
  await appendFor(tenancy, person, exchangeRecords({ tenantId, personId: person, session: 'session-7' }));
  const seen = async () => (await post.get(`/api/exchanges?person=${person}`)).body;
  expect(JSON.parse(await seen()).exchanges).toHaveLength(1);
  const deleted = await post.post('/api/conversations/delete', { conversation: 'session-7', reason: 'asked for' });
  expect(JSON.parse(deleted.body)).toMatchObject({ records: 2 });
  expect(JSON.parse(await seen()).exchanges).toHaveLength(0);
  const again = await post.post('/api/conversations/delete', { conversation: 'session-7', reason: 'asked for' });
  expect([again.status, JSON.parse(again.body).code]).toEqual([404, 'retention_conversation_unknown']);
});

test('what vendors hold is shown as of a day, with what nobody lets us know', async () => {
  const view = await json<{ on: string; entries: unknown[]; untold: { kind: string }[] }>(
    post.get('/api/vendor?on=2026-11-26'),
  );
  expect(view.on).toBe('2026-11-26');
  expect(view.untold.map(({ kind }) => kind)).toContain('ledger_begins');
  const deleted = await post.post('/api/vendor/files/file_nonsense/delete', {});
  expect([deleted.status, JSON.parse(deleted.body).code]).toEqual([404, 'retention_file_unknown']);
});

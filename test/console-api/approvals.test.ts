import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../src/base/index.ts';
import type { ApprovalView } from '../../src/console-api/access-contract.ts';
import { createKey } from '../../src/tenancy/index.ts';
import { type ConsoleServer, startConsoleServer } from '../support/console-server.ts';
import { addAccount } from '../support/person-sign-in.ts';

type Asking = Pick<ConsoleServer, 'get' | 'post'>;

let server: ConsoleServer;
let shiftMs = 0;
let first: Asking;
let second: Asking;
let third: Asking;
let auditor: Asking;
let subjectId: string;

beforeAll(async () => {
  server = await startConsoleServer(() => new Date(systemClock().getTime() + shiftMs));
  await addAccount(server, 'First', 'octroi-dpo');
  await addAccount(server, 'Second', 'octroi-admin');
  await addAccount(server, 'Third', 'octroi-dpo');
  await addAccount(server, 'Auditor', 'octroi-auditor');
  const wanted = { personName: 'Ada Lovelace', workspaceName: 'w', language: 'en', validDays: 1 } as const;
  await createKey(server.tenancy, { tenantId: server.tenantId, ...wanted, actor: 'console' });
  const record = (await server.records()).findLast((each) => each.kind === 'key_created');
  subjectId = record?.personId ?? '';
});
afterAll(() => server.close());
beforeEach(async () => {
  // Sessions last twelve hours, and a test may have moved the clock by more.
  [first, second] = [await server.as('First'), await server.as('Second')];
  [third, auditor] = [await server.as('Third'), await server.as('Auditor')];
});

const reason = 'Complaint 2026-17 of the works council';
const outcome = ({ status, body }: { status: number; body: string }) =>
  body === '' ? status : `${status} ${(JSON.parse(body) as { code?: string; name?: string }).code ?? body}`;
const asked = async (asking = first): Promise<string> =>
  (JSON.parse((await asking.post('/api/approvals/reveal', { personId: subjectId, reason })).body) as { id: string }).id;
const approval = async (asking: Asking, id: string): Promise<ApprovalView | undefined> =>
  (JSON.parse((await asking.get('/api/approvals')).body) as readonly ApprovalView[]).find((each) => each.id === id);

test('a name is shown once a second person has confirmed, to the two alone, and each look is recorded', async () => {
  const id = await asked();
  const name = async (asking: Asking) => outcome(await asking.post(`/api/approvals/${id}/name`));
  expect(await name(first)).toBe('403 console_approval_missing');
  expect(outcome(await first.post(`/api/approvals/${id}/confirm`))).toBe('403 console_approval_own');
  expect(await approval(second, id)).toMatchObject({ state: 'open', reason, isOwn: false, subject: { id: subjectId } });
  expect((await second.post(`/api/approvals/${id}/confirm`)).status).toBe(204);
  expect(await name(first)).toBe('200 {"name":"Ada Lovelace"}');
  expect(await name(second)).toBe('200 {"name":"Ada Lovelace"}');
  expect(await name(third)).toBe('403 console_approval_missing');
  expect(await approval(first, id)).toMatchObject({ state: 'confirmed', isOwn: true, isUsable: true });
  expect(await approval(third, id)).toMatchObject({ state: 'confirmed', isUsable: false });
  const kinds = (await server.records()).flatMap((record) =>
    'requestId' in record && record.requestId === id ? [record.kind] : [],
  );
  expect(kinds).toEqual(['dual_control_requested', 'dual_control_decided', 'person_revealed', 'person_revealed']);
});

test('whoever asked may take it back, another may decline, and nothing is decided twice', async () => {
  const [own, declined] = [await asked(), await asked()];
  expect((await first.post(`/api/approvals/${own}/decline`)).status).toBe(204);
  expect((await second.post(`/api/approvals/${declined}/decline`)).status).toBe(204);
  expect(await approval(first, own)).toMatchObject({ state: 'withdrawn' });
  expect(await approval(first, declined)).toMatchObject({ state: 'declined', decidedBy: { name: expect.any(String) } });
  for (const id of [own, declined]) {
    expect(outcome(await second.post(`/api/approvals/${id}/confirm`))).toBe('409 console_approval_over');
    expect(outcome(await first.post(`/api/approvals/${id}/name`))).toBe('403 console_approval_missing');
  }
});

test('of two who decide at the same moment one does', async () => {
  const id = await asked();
  const answers = await Promise.all([second, third].map((asking) => asking.post(`/api/approvals/${id}/confirm`)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
});

test('a link’s session asks for nothing and confirms nothing; who lacks the right sees the list alone', async () => {
  const form = { personId: subjectId, reason };
  expect(outcome(await server.post('/api/approvals/reveal', form))).toBe('403 console_person_required');
  expect(outcome(await auditor.post('/api/approvals/reveal', form))).toBe('403 console_right_missing');
  const id = await asked();
  for (const act of ['confirm', 'decline', 'name']) {
    expect(outcome(await server.post(`/api/approvals/${id}/${act}`))).toBe('403 console_person_required');
    expect(outcome(await auditor.post(`/api/approvals/${id}/${act}`))).toBe('403 console_right_missing');
  }
  expect(await approval(auditor, id)).toMatchObject({ state: 'open' });
});

test.each([
  ['a reason too short to be one', { personId: '', reason: 'because' }, '422 console_input_invalid'],
  ['a person who is none', { personId: '01a214db-c4d1-7788-be06-02f907c359c2' }, '404 console_person_unknown'],
  ['no person', { personId: 'ada' }, '422 console_input_invalid'],
])('%s is refused', async (_, form, expected) => {
  const whole = { reason, ...form, personId: form.personId === '' ? subjectId : form.personId };
  expect(outcome(await first.post('/api/approvals/reveal', whole))).toBe(expected);
});

test('a request that is none is unknown', async () => {
  expect(outcome(await first.post('/api/approvals/nonsense/confirm'))).toBe('404 console_approval_unknown');
  expect(outcome(await first.post('/api/approvals/nonsense/name'))).toBe('404 console_approval_unknown');
});

test('the database itself lets nobody confirm what they asked for', async () => {
  const id = await asked();
  const alone = `update dual_control_request set decision = 'confirmed', decided_by = requested_by where id = '${id}'`;
  await expect(server.database.asSuper(alone)).rejects.toMatchObject({ constraint: 'two_persons' });
});

test('what nobody confirms within a day is over, and so is a name a day after', async () => {
  const [late, used] = [await asked(), await asked()];
  await second.post(`/api/approvals/${used}/confirm`);
  shiftMs += 25 * 60 * 60_000;
  const next = await server.as('Second');
  expect(outcome(await next.post(`/api/approvals/${late}/confirm`))).toBe('409 console_approval_over');
  expect(await approval(next, late)).toMatchObject({ state: 'expired' });
  expect(outcome(await next.post(`/api/approvals/${used}/name`))).toBe('403 console_approval_missing');
});

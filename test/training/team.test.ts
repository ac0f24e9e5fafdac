import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import { type DeclaredFinding, openLedger } from '../../src/ledger/index.ts';
import { disablePerson, type Tenancy } from '../../src/tenancy/index.ts';
import { grantExemption, readTeam, recordAttestation, refusedHere, remindersOf } from '../../src/training/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { addAccount } from '../support/person-sign-in.ts';
import { declaredRecord } from '../support/records.ts';
import { addLearner, type Learner, usualRules } from '../support/training.ts';

let database: TestDatabase;
const now = new Date('2026-11-27T08:00:00Z');
let tenancy: Tenancy;
let names = 0;

beforeAll(async () => {
  database = await createDatabase();
  tenancy = { ...testTenancy(database.store), now: () => now };
});
afterAll(() => database.drop());

const learn = (): Promise<Learner> => addLearner(tenancy, `tenant ${(names += 1)}`);

const finding = (kind: string): DeclaredFinding => ({
  detector: kind,
  kind,
  class: 'secret',
  span: [0, 1],
  fingerprint: 'f',
  handling: 'kept',
});

async function refuse(tenantId: string, personIds: readonly string[], kind: string): Promise<void> {
  const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  for (const personId of personIds) {
    const record = declaredRecord({
      tenantId,
      parts: [
        {
          kind: 'file',
          path: 'customers/acme.env',
          bytes: 1,
          fingerprint: 'p',
          sent: 'first',
          findings: [finding(kind)],
        },
      ],
    });
    const refused = { ...record, recordedAt: now.toISOString(), verdict: 'block', reasons: ['secret'] } as const;
    await ledger.append({ ...refused, sender: { ...record.sender, personId } });
  }
  await ledger.close();
}

test('what was refused is told by kind and reason, from five persons on, and names nobody and nothing', async () => {
  const { tenantId } = await learn();
  const persons = Array.from({ length: 5 }, () => timeOrderedId());
  await refuse(tenantId, persons.slice(0, 4), 'github_token');
  expect(await refusedHere(tenancy, tenantId, now)).toMatchObject({
    refused: null,
    kinds: [],
    reasons: [],
    topics: [],
  });
  await refuse(tenantId, persons.slice(4), 'npm_token');
  expect(await refusedHere(tenancy, tenantId, now)).toEqual({
    from: '2026-08-29',
    until: '2026-11-27',
    refused: { exchanges: 5, persons: 5 },
    kinds: [], // Each kind came from fewer than five.
    reasons: [{ name: 'secret', exchanges: 5 }],
    topics: ['secret'],
  });
  await refuse(tenantId, [...persons.slice(4), ...persons.slice(4)], 'github_token');
  const told = await refusedHere(tenancy, tenantId, now);
  expect(told.kinds).toEqual([{ name: 'github_token', exchanges: 6 }]);
  for (const hidden of [...persons, 'acme', 'customers']) expect(JSON.stringify(told)).not.toContain(hidden);
});

test('the team’s standing has a state for each person and module, and no score', async () => {
  const ada = await learn();
  const { parts, tenantId, personId } = ada;
  const zoe = await addLearner(tenancy, `tenant ${names}`, 'Zoe');
  await addAccount({ tenancy, tenantId }, 'Gone');
  await disablePerson(tenancy, { tenantId, person: 'Gone', actor: 'command_line' });
  const record = (of: string, module: string, validUntil: string) =>
    recordAttestation(parts, { tenantId, personId: of, module, validUntil, document: undefined, actor: 'console' });
  await record(personId, 'commercial-or-consumer', '2027-11-27');
  await record(personId, 'what-leaves-with-a-prompt', '2026-12-20');
  await record(zoe.personId, 'commercial-or-consumer', '2026-11-26');
  await grantExemption(parts, {
    tenantId,
    personId: zoe.personId,
    hours: 2,
    reason: 'incident in production',
    actor: 'console',
  });
  const team = await readTeam(tenancy, tenantId, { rules: usualRules, now });
  expect(team.people.length).toBe(2);
  const states = (id: string) =>
    team.people.find((person) => person.personId === id)?.modules.map(({ state }) => state);
  expect(states(personId)).toEqual(['valid', 'expiring']);
  expect(states(zoe.personId)).toEqual(['expired', 'missing']);
  expect(team.people.map(({ exemptUntil }) => exemptUntil).filter((until) => until !== null)).toEqual([
    '2026-11-27T10:00:00.000Z',
  ]);
  expect(JSON.stringify(team)).not.toMatch(/score|right|attempt|Ada|Zoe/);
  expect(
    remindersOf(team)
      .map(({ module, state }) => [module, state])
      .toSorted(),
  ).toEqual([
    ['commercial-or-consumer', 'expired'],
    ['what-leaves-with-a-prompt', 'expiring'],
    ['what-leaves-with-a-prompt', 'missing'],
  ]);
});

test('the standing of a team is that of its tenant alone', async () => {
  const one = await learn();
  const other = await learn();
  const { people } = await readTeam(tenancy, one.tenantId, { rules: { modules: [] }, now });
  expect(people.map(({ personId }) => personId)).toEqual([one.personId]);
  expect(people.map(({ personId }) => personId)).not.toContain(other.personId);
});

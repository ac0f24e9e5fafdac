import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { exportRecords } from '../../src/ledger/index.ts';
import {
  attest,
  findModule,
  grantExemption,
  noteModuleVersions,
  readModule,
  recordAttestation,
  trainingOf,
  type TrainingRules,
} from '../../src/training/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { trainingStateOf } from '../../src/policy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { policyOf } from '../support/policy.ts';
import { addLearner, catalogue, type Learner, passModule, usualRules } from '../support/training.ts';

const module = 'commercial-or-consumer';
const plans = known();

function known() {
  const found = findModule(module);
  if (!found) throw new Error(module);
  return found;
}

const data = structuredClone(shippedData) as { vendors: { facts: { id: string; value: string }[] }[] };
for (const { facts } of data.vendors)
  for (const fact of facts) if (fact.id === 'anth-com-training') fact.value = 'opt_out';
const otherTerms = openCatalogue(data);

let database: TestDatabase;
let now = new Date('2026-11-27T08:00:00Z');
let tenancy: Tenancy;
let names = 0;

beforeAll(async () => {
  database = await createDatabase();
  tenancy = { ...testTenancy(database.store), now: () => now };
});
afterAll(() => database.drop());

const learn = (): Promise<Learner> => addLearner(tenancy, `tenant ${(names += 1)}`);
const held = ({ parts, tenantId, personId }: Learner) =>
  parts.store.inTenant(tenantId, (db) => trainingOf(db, personId));

async function take(learner: Learner, rules: TrainingRules = usualRules): Promise<void> {
  const attemptId = await passModule(learner, module, rules);
  const { statement } = readModule(plans, 'en', { catalogue: rules.catalogue, on: now });
  await attest(learner.parts, rules, { ...learner, attemptId, language: 'en', statement });
}

test('an attestation counts to the end of the day on which a term it teaches changed, and again once it is renewed', async () => {
  const learner = await learn();
  const { parts, tenantId } = learner;
  await noteModuleVersions(parts, tenantId, catalogue);
  await take(learner);
  now = new Date('2026-12-10T22:30:00Z');
  await noteModuleVersions(parts, tenantId, catalogue);
  expect(await held(learner)).toMatchObject({ trainings: { [module]: '2027-11-27' } });
  await noteModuleVersions(parts, tenantId, otherTerms);
  expect(await held(learner)).toMatchObject({ trainings: { [module]: '2026-12-10' } });
  now = new Date('2026-12-11T08:00:00Z');
  await noteModuleVersions(parts, tenantId, catalogue); // The change is taken back.
  expect(await held(learner)).toMatchObject({ trainings: { [module]: '2027-11-27' } });
  now = new Date('2026-12-12T08:00:00Z');
  await noteModuleVersions(parts, tenantId, otherTerms);
  expect(await held(learner)).toMatchObject({ trainings: { [module]: '2026-12-10' } });
});

test('what was taken elsewhere and only recorded has no version, and no term ends it', async () => {
  const learner = await learn();
  const { parts, tenantId, personId } = learner;
  await noteModuleVersions(parts, tenantId, catalogue);
  const recorded = { module, validUntil: '2027-06-30', document: 'LMS-1', actor: 'command_line' } as const;
  await recordAttestation(parts, { tenantId, personId, ...recorded });
  now = new Date(now.getTime() + 86_400_000);
  await noteModuleVersions(parts, tenantId, otherTerms);
  expect(await held(learner)).toEqual({ trainingValidUntil: '2027-06-30', trainings: { [module]: '2027-06-30' } });
});

test('an exemption holds to its instant, with its reason in the ledger alone', async () => {
  const learner = await learn();
  const { parts, tenantId, personId } = learner;
  const wanted = { tenantId, personId, hours: 4, reason: 'incident in production', actor: 'console' } as const;
  const until = await grantExemption(parts, wanted);
  expect(await held(learner)).toEqual({ trainingExemptUntil: until });
  const records = (await Array.fromAsync(exportRecords(parts, tenantId, {}))).map((body) => JSON.parse(body));
  expect(records.find(({ kind }) => kind === 'training_exempted')).toMatchObject({
    personId,
    until,
    reason: wanted.reason,
  });
  const rows = await database.asSuper('select * from training_exemption');
  expect(JSON.stringify(rows)).not.toContain('incident');
});

test.each([
  [0, 'incident in production', 'training_hours_invalid'],
  [73, 'incident in production', 'training_hours_invalid'],
  [1.5, 'incident in production', 'training_hours_invalid'],
  [4, 'urgent', 'training_reason_invalid'],
  [4, 'line one\nline two of it', 'training_reason_invalid'],
])('an exemption of %d hours for “%s” is refused', async (hours, reason, code) => {
  const { parts, tenantId, personId } = await learn();
  const granted = grantExemption(parts, { tenantId, personId, hours, reason, actor: 'console' });
  await expect(granted).rejects.toMatchObject({ code });
});

const gate = policyOf('training: { required: true, graceDays: 10, modules: [one, two] }').configuration;
const stateOf = (person: object) =>
  trainingStateOf({ at: '2026-11-27T08:00:00Z', person: { roles: [], ...person } }, gate);

test.each([
  ['every module holds', { trainings: { one: '2026-11-27', two: '2027-01-01' } }, 'current'],
  ['one has run out within its grace', { trainings: { one: '2026-11-20', two: '2027-01-01' } }, 'in_grace'],
  ['one has run out before its grace', { trainings: { one: '2026-11-01', two: '2027-01-01' } }, 'overdue'],
  ['one was never taken', { trainings: { one: '2027-01-01' }, trainingValidUntil: '2027-01-01' }, 'overdue'],
  ['another one was taken', { trainings: { three: '2027-01-01' }, trainingValidUntil: '2027-01-01' }, 'overdue'],
  ['nothing was taken', {}, 'overdue'],
  ['somebody let them', { trainingExemptUntil: '2026-11-27T08:00:01Z' }, 'exempt'],
  ['somebody let them, until now', { trainingExemptUntil: '2026-11-27T08:00:00Z' }, 'overdue'],
  ['nothing is known of modules', { trainingValidUntil: '2027-01-01' }, 'current'],
  ['a module is called like what every object has', { trainings: { one: '2027-01-01', constructor: '' } }, 'overdue'],
])('where %s the gate says so', (_, person, state) => {
  expect(stateOf(person)).toBe(state);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportRecords } from '../../src/ledger/index.ts';
import { attest, beginAttempt, findModule, readModule, submitAttempt } from '../../src/training/index.ts';
import { trainingOf } from '../../src/training/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { addLearner, answersOf, catalogue, type Learner, passModule, usualRules } from '../support/training.ts';

const module = 'commercial-or-consumer';
const plans = findModule(module);
if (!plans) throw new Error(module);

let database: TestDatabase;
let now = new Date('2026-11-27T08:00:00Z');
let tenancy: Tenancy;
let names = 0;

beforeAll(async () => {
  database = await createDatabase();
  tenancy = { ...testTenancy(database.store), now: () => now };
});
afterAll(() => database.drop());

async function learn(): Promise<
  Learner & { wanted: { tenantId: string; personId: string; module: string; language: 'en' } }
> {
  names += 1;
  const learner = await addLearner(tenancy, `tenant ${names}`);
  const { tenantId, personId } = learner;
  return { ...learner, wanted: { tenantId, personId, module, language: 'en' } };
}

const statementOf = (language: 'en' | 'fr') => readModule(plans, language, { catalogue, on: now }).statement;

test('enough right answers pass, and the attestation has the very words, the version and no score', async () => {
  const learner = await learn();
  const { parts, tenantId, personId } = learner;
  const attemptId = await passModule(learner, module);
  const attesting = { tenantId, personId, attemptId, language: 'fr', statement: statementOf('fr') } as const;
  expect(await attest(parts, usualRules, attesting)).toBe('2027-11-27');
  const training = await parts.store.inTenant(tenantId, (db) => trainingOf(db, personId));
  expect(training).toEqual({ trainingValidUntil: '2027-11-27', trainings: { [module]: '2027-11-27' } });
  const records = (await Array.fromAsync(exportRecords(parts, tenantId, {}))).map((body) => JSON.parse(body));
  const record: unknown = records.find(({ kind }) => kind === 'training_attested');
  expect(record).toMatchObject({
    module,
    personId,
    actor: { personId },
    proof: { language: 'fr', statement: statementOf('fr'), attemptId, needed: 6 },
  });
  expect(JSON.stringify(record)).not.toMatch(/right|score/);
});

test('one right answer too few does not pass, and cannot be attested', async () => {
  const learner = await learn();
  const { parts, tenantId, personId, wanted } = learner;
  const attempt = await beginAttempt(parts, usualRules, wanted);
  const given = await answersOf(learner, attempt, attempt.needed - 1);
  const submitted = await submitAttempt(parts, usualRules, { ...wanted, attemptId: attempt.id, given });
  expect(submitted).toMatchObject({ right: attempt.needed - 1, isPassed: false });
  const attesting = {
    tenantId,
    personId,
    attemptId: attempt.id,
    language: 'en',
    statement: statementOf('en'),
  } as const;
  await expect(attest(parts, usualRules, attesting)).rejects.toMatchObject({ code: 'training_attempt_not_passed' });
});

test('an attempt that is open is gone on with; after three that were handed in it is tomorrow', async () => {
  const learner = await learn();
  const { parts, wanted } = learner;
  const [one, other] = await Promise.all([
    beginAttempt(parts, usualRules, wanted),
    beginAttempt(parts, usualRules, wanted),
  ]);
  expect(one).toEqual(other);
  for (let tries = 0; tries < 3; tries += 1) {
    const attempt = await beginAttempt(parts, usualRules, wanted);
    await submitAttempt(parts, usualRules, { ...wanted, attemptId: attempt.id, given: {} });
  }
  await expect(beginAttempt(parts, usualRules, wanted)).rejects.toMatchObject({ code: 'training_attempts_spent' });
  now = new Date(now.getTime() + 24 * 3_600_000 + 1);
  await expect(beginAttempt(parts, usualRules, wanted)).resolves.toBeDefined();
});

test('an attempt is handed in once, also when it is handed in twice at a time', async () => {
  const learner = await learn();
  const { parts, wanted } = learner;
  const attempt = await beginAttempt(parts, usualRules, wanted);
  const hand = () => submitAttempt(parts, usualRules, { ...wanted, attemptId: attempt.id, given: {} });
  const results = await Promise.allSettled([hand(), hand()]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await expect(hand()).rejects.toMatchObject({ code: 'training_attempt_over' });
});

test('nobody hands in or attests another’s attempt, and nobody the same one twice', async () => {
  const learner = await learn();
  const { parts, tenantId, personId, wanted } = learner;
  const attemptId = await passModule(learner, module);
  const other = await addLearner(tenancy, `tenant ${names}`, 'Zoe');
  const statement = statementOf('en');
  const theirs = { tenantId, personId: other.personId, attemptId, language: 'en', statement, given: {} } as const;
  expect(other.personId).not.toBe(personId);
  await expect(submitAttempt(parts, usualRules, theirs)).rejects.toMatchObject({ code: 'training_attempt_unknown' });
  await expect(attest(parts, usualRules, theirs)).rejects.toMatchObject({ code: 'training_attempt_unknown' });
  const mine = { ...wanted, attemptId, statement };
  await expect(attest(parts, usualRules, { ...mine, statement: `${statement} ` })).rejects.toMatchObject({
    code: 'training_statement_other',
  });
  await attest(parts, usualRules, mine);
  await expect(attest(parts, usualRules, mine)).rejects.toMatchObject({ code: 'training_attempt_over' });
});

test('a module that is none of octroi’s is not given', async () => {
  const { parts, wanted } = await learn();
  const asked = beginAttempt(parts, usualRules, { ...wanted, module: 'ai-basics' });
  await expect(asked).rejects.toMatchObject({ code: 'training_module_unknown' });
});

test('at the end of a month it holds to the last day of another', async () => {
  now = new Date('2027-08-31T08:00:00Z');
  const learner = await learn();
  const { parts, tenantId, personId } = learner;
  const rules = { ...usualRules, validMonths: 6 };
  const attemptId = await passModule(learner, module, rules);
  const attesting = { tenantId, personId, attemptId, language: 'en', statement: statementOf('en') } as const;
  expect(await attest(parts, rules, attesting)).toBe('2028-02-29');
});

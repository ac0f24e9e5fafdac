import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  acceptWithPassword,
  beginDevice,
  checkPassword,
  ensureTenant,
  invitePerson,
  keepSecrets,
  openAttempt,
  type SignIn,
  takeSecrets,
} from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { password } from '../support/sign-in.ts';

let database: TestDatabase;
let signIn: SignIn;

beforeAll(async () => {
  database = await createDatabase();
  const tenancy = testTenancy(database.store);
  const { id: tenantId } = await ensureTenant(tenancy, 'tenant');
  signIn = {
    tenancy,
    tenantId,
    accessMs: 60_000,
    sessionMs: 60_000,
    provider: undefined,
    rules: { workspaces: [], roles: [] },
  };
});
afterAll(async () => {
  await database.drop();
});

async function secured(personName: string): Promise<string> {
  const { tenancy, tenantId } = signIn;
  const common = { tenantId, workspaceNames: ['default'], roles: [], actor: 'console', language: 'en' } as const;
  const { secret, personId } = await invitePerson(tenancy, { ...common, personName });
  await acceptWithPassword(signIn, secret, password);
  return personId;
}

async function failuresOf(personId: string): Promise<number | undefined> {
  const account = await signIn.tenancy.store.inTenant(signIn.tenantId, (db) =>
    db.selectFrom('person_account').select('failed_attempts').where('person_id', '=', personId).executeTakeFirst(),
  );
  return account?.failed_attempts;
}

test('of guesses at the same time each counts, and the right one is not listened to behind the fifth', async () => {
  const personId = await secured('ada@example.com');
  const guesses = Array.from({ length: 12 }, (_, index) => `wrong ${index}`);
  await Promise.all(guesses.map((guess) => checkPassword(signIn, 'ada@example.com', guess)));
  expect(await failuresOf(personId)).toBe(5);
  expect(await checkPassword(signIn, 'ada@example.com', password)).toBeUndefined();
});

test('a right password clears the count, however often it was right at the same time', async () => {
  const personId = await secured('grace@example.com');
  const given = ['wrong', password, password];
  for (const each of given) await checkPassword(signIn, 'grace@example.com', each);
  await Promise.all(given.map((each) => checkPassword(signIn, 'grace@example.com', each)));
  expect(await failuresOf(personId)).toBeLessThanOrEqual(1);
  expect(await checkPassword(signIn, 'grace@example.com', password)).toEqual({ personId });
});

test('what an attempt kept is taken by one of many at the same time', async () => {
  const { userCode } = await beginDevice(signIn, 'claude_code');
  const attempt = (await openAttempt(signIn, userCode)) ?? '';
  await keepSecrets(signIn, attempt, { nonce: 'n' });
  const taken = await Promise.all(Array.from({ length: 8 }, () => takeSecrets(signIn, attempt)));
  expect(taken.filter((secrets) => secrets !== undefined)).toEqual([{ nonce: 'n' }]);
});

import { hash, verify } from '@node-rs/argon2';
import { appendWithin } from '../../ledger/index.ts';
import { tenancyError } from '../errors.ts';
import { findPerson } from '../tenants.ts';
import { useInvite } from './accounts.ts';
import type { SignIn } from './sign-in.ts';

/*
 * A password that stands alone has 15 characters at least, may be any text, and is not made to hold this and that
 * (NIST SP 800-63B-4 §3.1.1.2, read 2026-11-26).
 */
const minCharacters = 15;
const maxCharacters = 200;

// OWASP Password Storage Cheat Sheet (read 2026-11-26): Argon2id with 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const freeAttempts = 5;
const longestLockMs = 15 * 60_000;

/** Sets the password of an invited person, with their link. @throws tenancy_password_weak, tenancy_invite_invalid */
export async function acceptWithPassword(signIn: SignIn, secret: string, password: string): Promise<void> {
  const { tenancy, tenantId } = signIn;
  const normal = normalized(password);
  const length = [...normal].length;
  if (length < minCharacters || length > maxCharacters)
    throw tenancyError('tenancy_password_weak', { min: minCharacters, max: maxCharacters });
  const passwordHash = await hash(normal, cost);
  await tenancy.store.inTenant(tenantId, async (db) => {
    const personId = await useInvite(db, tenancy, secret);
    const fresh = { password_hash: passwordHash, failed_attempts: 0, locked_until: null };
    await db.updateTable('person_account').set(fresh).where('person_id', '=', personId).execute();
    const record = { id: tenancy.newId(), tenantId, recordedAt: tenancy.now().toISOString(), personId };
    await appendWithin(db, tenancy.recordKeys, { kind: 'account_secured', ...record, by: 'password' });
  });
}

/**
 * Tells whose name and password these are; undefined when they do not fit, when the account is shut or locked. Takes as
 * long for a name that nobody has. From the fifth failure on an account is locked, for a minute and each time twice as
 * long, up to a quarter of an hour.
 *
 * A try counts as a failure until it turns out to be right, so tries at the same time get no further than one by one.
 */
export async function checkPassword(
  signIn: SignIn,
  name: string,
  password: string,
): Promise<{ readonly personId: string } | undefined> {
  const account = await beginTry(signIn, name);
  const normal = normalized(password).slice(0, maxCharacters);
  const fits = await verify(account?.passwordHash ?? (await hashOfNothing()), normal);
  if (!account || !fits) return undefined;
  const { personId } = account;
  await signIn.tenancy.store.inTenant(signIn.tenantId, (db) =>
    db
      .updateTable('person_account')
      .set({ failed_attempts: 0, locked_until: null })
      .where('person_id', '=', personId)
      .execute(),
  );
  return { personId };
}

type Tried = { readonly personId: string; readonly passwordHash: string };

// The password is looked at outside the transaction: it takes some ten milliseconds, during which no row may be held.
async function beginTry({ tenancy, tenantId }: SignIn, name: string): Promise<Tried | undefined> {
  return tenancy.store.inTenant(tenantId, async (db) => {
    const personId = await findPerson(db, tenancy, { tenantId, name });
    if (personId === undefined) return undefined;
    const row = db.selectFrom('person_account').selectAll().where('person_id', '=', personId).forUpdate();
    const account = await row.executeTakeFirst();
    const now = tenancy.now();
    if (!account?.password_hash || account.disabled_at) return undefined;
    if (account.locked_until && account.locked_until > now) return undefined;
    const failures = account.failed_attempts + 1;
    await db
      .updateTable('person_account')
      .set({ failed_attempts: failures, locked_until: lockedUntil(failures, now) })
      .where('person_id', '=', personId)
      .execute();
    return { personId, passwordHash: account.password_hash };
  });
}

function lockedUntil(failures: number, now: Date): Date | null {
  if (failures < freeAttempts) return null;
  return new Date(now.getTime() + Math.min(60_000 * 2 ** (failures - freeAttempts), longestLockMs));
}

let nothing: Promise<string> | undefined;

function hashOfNothing(): Promise<string> {
  nothing ??= hash('nobody has this password', cost);
  return nothing;
}

// The same characters may be typed as different bytes.
function normalized(password: string): string {
  return password.normalize('NFKC');
}

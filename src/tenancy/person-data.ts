import { sql } from 'kysely';
import { anyUuid } from '../base/index.ts';
import type { Scoped } from '../store/index.ts';
import { announceChange } from './changes.ts';
import { tenancyError } from './errors.ts';
import { rolesHeld } from './roles.ts';
import { findPerson, personName, type Tenancy } from './tenants.ts';

/*
 * What is known of a person beside the ledger: counted, told to them, and erased. A table with something of a person's in
 * it stands here; a test holds the database to that.
 */

/** The tables that hold rows of persons, in the order in which `tenancy_erase_person` (0050_training.sql) empties them. */
export const personTables = [
  'vendor_file',
  'training_exemption',
  'training_attempt',
  'training_attestation',
  'person_role',
  'dual_control_request',
  'console_session',
  'client_token',
  'client_session',
  'sign_in_attempt',
  'device_sign_in',
  'person_passkey',
  'person_invite',
  'person_identity',
  'person_account',
  'octroi_key',
  'person',
] as const;

type OfPerson = { readonly tenantId: string; readonly personId: string };

/** A person by name, pseudonym or id, whether or not they have an account. @throws tenancy_person_unknown */
export async function resolvePerson(
  tenancy: Tenancy,
  { tenantId, person }: { readonly tenantId: string; readonly person: string },
): Promise<string> {
  return tenancy.store.inTenant(tenantId, async (db) => {
    const byName = await findPerson(db, tenancy, { tenantId, name: person });
    const found = await db
      .selectFrom('person')
      .select('id')
      .where((where) => where.or([where('pseudonym', '=', person), where('id', '=', byName ?? anyUuid(person))]))
      .executeTakeFirst();
    if (!found) throw tenancyError('tenancy_person_unknown', { person });
    return found.id;
  });
}

/** How many rows each table holds of a person; those that hold none are not told. */
export async function countPersonRows(db: Scoped, personId: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ name: string; rows: number }>`
    select name, rows from (
      select 'vendor_file' as name, count(*)::int as rows from vendor_file where person_id = ${personId}
      union all select 'training_exemption', count(*)::int from training_exemption where person_id = ${personId}
      union all select 'training_attempt', count(*)::int from training_attempt where person_id = ${personId}
      union all select 'training_attestation', count(*)::int from training_attestation where person_id = ${personId}
      union all select 'person_role', count(*)::int from person_role where person_id = ${personId}
      union all select 'dual_control_request', count(*)::int from dual_control_request
        where ${personId} in (subject_id, requested_by, decided_by)
      union all select 'console_session', count(*)::int from console_session where person_id = ${personId}
      union all select 'client_token' as name, count(*)::int as rows from client_token where session_id in (
        select id from client_session where person_id = ${personId})
      union all select 'client_session', count(*)::int from client_session where person_id = ${personId}
      union all select 'sign_in_attempt', count(*)::int from sign_in_attempt where person_id = ${personId}
        or device_id in (select id from device_sign_in where person_id = ${personId})
      union all select 'device_sign_in', count(*)::int from device_sign_in where person_id = ${personId}
      union all select 'person_passkey', count(*)::int from person_passkey where person_id = ${personId}
      union all select 'person_invite', count(*)::int from person_invite where person_id = ${personId}
      union all select 'person_identity', count(*)::int from person_identity where person_id = ${personId}
      union all select 'person_account', count(*)::int from person_account where person_id = ${personId}
      union all select 'octroi_key', count(*)::int from octroi_key where person_id = ${personId}
      union all select 'person', count(*)::int from person where id = ${personId}
    ) as counted where rows > 0`.execute(db);
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}

/**
 * Removes all rows of a person, inside the transaction of an erasure: name, pseudonym, keys, accounts, sessions. Gateways
 * let them in no more once it commits. Handed to `retention`, which asks the holds; the database asks them again.
 */
export async function unsafeErasePerson(
  db: Scoped,
  { tenantId, personId, tombstoneId }: OfPerson & { readonly tombstoneId: string },
): Promise<void> {
  await sql`select tenancy_erase_person(${personId}, ${tombstoneId})`.execute(db);
  await announceChange(db, tenantId);
}

/** All that is known of a person beside the ledger, as that person may be told it: no secret, and no hash of one. */
export async function describePerson(tenancy: Tenancy, { tenantId, personId }: OfPerson) {
  return tenancy.store.inTenant(tenantId, async (db) => {
    const of = { personId, name: await personName(db, tenancy, { tenantId, personId }) };
    const person = await db
      .selectFrom('person')
      .select(['pseudonym', 'language', 'created_at'])
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    const access = { ...(await describeAccess(db, personId)), ...(await describeSignIn(db, personId)) };
    return { ...of, ...person, ...access, ...(await describeActs(db, tenancy, { tenantId, personId })) };
  });
}

async function describeAccess(db: Scoped, personId: string) {
  const keys = await db
    .selectFrom('octroi_key')
    .innerJoin('workspace', 'workspace.id', 'octroi_key.workspace_id')
    .select([
      'octroi_key.id',
      'hint',
      'workspace.name as workspace',
      'octroi_key.created_at',
      'expires_at',
      'revoked_at',
    ])
    .where('person_id', '=', personId)
    .execute();
  const account = await db
    .selectFrom('person_account')
    .select(['workspace_ids', 'failed_attempts', 'locked_until', 'disabled_at', 'created_at'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const consoleSessions = await db
    .selectFrom('console_session')
    .select(['created_at', 'expires_at', 'ended_at'])
    .where('person_id', '=', personId)
    .execute();
  return { keys, account: account ?? null, roles: await rolesHeld(db, personId), consoleSessions };
}

async function describeSignIn(db: Scoped, personId: string) {
  const passkeys = await db
    .selectFrom('person_passkey')
    .select(['credential_id', 'transports', 'created_at', 'last_used_at'])
    .where('person_id', '=', personId)
    .execute();
  const identities = await db
    .selectFrom('person_identity')
    .select(['issuer', 'subject', 'created_at'])
    .where('person_id', '=', personId)
    .execute();
  const invitations = await db
    .selectFrom('person_invite')
    .select(['created_at', 'expires_at', 'used_at'])
    .where('person_id', '=', personId)
    .execute();
  const sessions = await db
    .selectFrom('client_session')
    .select(['id', 'surface', 'signed_in_by', 'created_at', 'refreshed_at', 'expires_at', 'ended_at', 'end_reason'])
    .where('person_id', '=', personId)
    .execute();
  const trainings = await db
    .selectFrom('training_attestation')
    .select(['module', 'version', 'valid_until', 'document', 'recorded_at'])
    .where('person_id', '=', personId)
    .execute();
  return { passkeys, identities, invitations, sessions, trainings, ...(await describeAttempts(db, personId)) };
}

async function describeAttempts(db: Scoped, personId: string) {
  const trainingAttempts = await db
    .selectFrom('training_attempt')
    .select(['module', 'version', 'questions', 'needed', 'right_answers', 'started_at', 'submitted_at'])
    .where('person_id', '=', personId)
    .execute();
  const trainingExemptions = await db
    .selectFrom('training_exemption')
    .select(['granted_at', 'until'])
    .where('person_id', '=', personId)
    .execute();
  return { trainingAttempts, trainingExemptions };
}

/** What a person asked, decided or was the subject of, where it took two, and what lies of theirs at vendors. */
async function describeActs(db: Scoped, { vault }: Tenancy, { tenantId, personId }: OfPerson) {
  const acts = await db
    .selectFrom('dual_control_request')
    .select(['id', 'act', 'subject_id', 'reason_sealed', 'requested_by', 'requested_at'])
    .select(['decision', 'decided_by', 'decided_at'])
    .where((where) =>
      where.or([
        where('subject_id', '=', personId),
        where('requested_by', '=', personId),
        where('decided_by', '=', personId),
      ]),
    )
    .orderBy('requested_at')
    .execute();
  // Who else took part, and whom else it was about, is theirs to be told.
  const actsOfTwo = acts.map(({ id, act, requested_at, decision, decided_at, ...row }) => ({
    act,
    isSubject: row.subject_id === personId,
    hasAsked: row.requested_by === personId,
    hasDecided: row.decided_by === personId,
    reason: vault.unseal(row.reason_sealed, dualReasonContext(tenantId, id)).toString(),
    requested_at,
    decision,
    decided_at,
  }));
  const files = await db
    .selectFrom('vendor_file')
    .select(['vendor_file_id', 'label', 'media_type', 'bytes', 'uploaded_at', 'expires_at', 'ended_at', 'ended_as'])
    .where('person_id', '=', personId)
    .orderBy('uploaded_at')
    .execute();
  return { actsOfTwo, files };
}

/** What binds the sealed reason of an act of two persons to its row. */
export function dualReasonContext(tenantId: string, id: string): string {
  return `dual-control:${tenantId}:${id}:reason`;
}

/** What a person is told of themselves. */
export type PersonDescription = Awaited<ReturnType<typeof describePerson>>;

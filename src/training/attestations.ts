import { sql } from 'kysely';
import { type Actor, appendWithin, type Books, type TrainingProof } from '../ledger/index.ts';
import type { Scoped } from '../store/index.ts';
import { trainingError } from './errors.ts';
import type { TrainingParts } from './training-parts.ts';

export type NewAttestation = {
  readonly tenantId: string;
  readonly personId: string;
  /** Which module was taken: small letters, digits, `.`, `_` and `-`. */
  readonly module: string;
  /** The day to the end of which it holds (UTC), `2027-06-30`. */
  readonly validUntil: string;
  /** Where the proof lies: a number, an address. */
  readonly document: string | undefined;
  readonly actor: Actor;
};

/**
 * Writes down that a person has taken a module. Every gateway knows it when this resolves. It takes the place of what was
 * recorded for that module before, so that a mistake is mended by recording again.
 * @throws training_module_invalid, training_day_invalid, training_document_invalid
 */
export async function recordAttestation(parts: TrainingParts, wanted: NewAttestation): Promise<string> {
  const { tenantId, personId, actor } = wanted;
  const { document, ...checkedOnes } = checked(wanted);
  const attested = { tenantId, personId, actor, ...checkedOnes, ...(document === undefined ? {} : { document }) };
  return parts.store.inTenant(tenantId, (db) => attestWithin(parts, db, attested));
}

export type Attested = Omit<NewAttestation, 'document'> & {
  readonly document?: string;
  /** What it rests on, where octroi gave the module itself. */
  readonly proof?: TrainingProof;
};

/** Writes an attestation and its record, within a transaction. @returns its id */
export async function attestWithin(parts: TrainingParts, db: Scoped, attested: Attested): Promise<string> {
  const { tenantId, personId, module, validUntil, document, proof, actor } = attested;
  const id = parts.newId();
  const now = parts.now();
  const row = { tenant_id: tenantId, id, person_id: personId, module, valid_until: validUntil, recorded_at: now };
  const { version = null, statementVersion = null, attemptId = null } = proof ?? {};
  await db
    .insertInto('training_attestation')
    .values({
      ...row,
      document: document ?? null,
      version,
      statement_version: statementVersion,
      attempt_id: attemptId,
    })
    .execute();
  await appendWithin(db, parts.recordKeys, {
    kind: 'training_attested',
    id: parts.newId(),
    tenantId,
    recordedAt: now.toISOString(),
    attestationId: id,
    personId,
    module,
    ...(document === undefined ? {} : { document }),
    ...(proof ? { proof } : {}),
    validUntil,
    actor,
  });
  await parts.announce(db, tenantId);
  return id;
}

function checked({ module, validUntil, document }: NewAttestation) {
  if (!/^[a-z0-9][a-z0-9._-]{0,63}$/.test(module)) throw trainingError('training_module_invalid');
  const day = new Date(`${validUntil}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(validUntil) && !Number.isNaN(day.getTime());
  // Earlier than any training there was, and what the calendar of the database has no year for.
  const isEarly = validUntil < '2000-01-01';
  if (!isDay || isEarly || day.toISOString().slice(0, 10) !== validUntil) throw trainingError('training_day_invalid');
  const reference = document?.trim();
  if (
    reference !== undefined &&
    (reference === '' || reference.length > 300 || /\p{Cc}|\p{Cf}|\p{Cs}/u.test(reference))
  )
    throw trainingError('training_document_invalid');
  return { module, validUntil, document: reference };
}

export type ListedAttestation = {
  readonly id: string;
  readonly personId: string;
  readonly pseudonym: string;
  readonly module: string;
  /** The version that was taken; null where it was taken elsewhere. */
  readonly version: string | null;
  /** To the end of which day it counts: that of a version that came into force since, where that is earlier. */
  readonly validUntil: string;
  readonly document: string | null;
  readonly recordedAt: string;
};

/** What holds of each person and module, by pseudonym; what was recorded again since stands in the ledger alone. */
export async function listAttestations(
  { store }: Pick<Books, 'store'>,
  tenantId: string,
): Promise<readonly ListedAttestation[]> {
  const { newest, names } = await store.inTenant(tenantId, async (db) => ({
    newest: await newestOfModules(db).execute(),
    names: new Map(
      (await db.selectFrom('person').select(['id', 'pseudonym']).execute()).map(({ id, pseudonym }) => [id, pseudonym]),
    ),
  }));
  const listed = newest.map((row) => ({
    id: row.id,
    personId: row.person_id,
    pseudonym: names.get(row.person_id) ?? '',
    module: row.module,
    version: row.version,
    validUntil: row.valid_until,
    document: row.document,
    recordedAt: row.recorded_at.toISOString(),
  }));
  const place = ({ pseudonym, module }: ListedAttestation): string => `${pseudonym} ${module}`;
  return listed.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
}

/**
 * Of each person and module the attestation that counts: the one recorded last. One of octroi's own modules counts no
 * longer than to the end of the day on which another version came into force after it.
 */
export function newestOfModules(db: Scoped) {
  return db
    .selectFrom('training_attestation as attestation')
    .distinctOn(['person_id', 'module'])
    .select(['id', 'person_id', 'module', 'version', 'document', 'recorded_at'])
    .select(
      sql<string>`to_char(case when attestation.version is null or attestation.version = (
          select taught.version from training_module_version taught
          where taught.module = attestation.module order by taught.in_force_since desc limit 1)
        then valid_until
        else least(valid_until, (
          select (min(taught.in_force_since) at time zone 'UTC')::date from training_module_version taught
          where taught.module = attestation.module and taught.in_force_since > attestation.recorded_at))
        end, 'YYYY-MM-DD')`.as('valid_until'),
    )
    .orderBy('person_id')
    .orderBy('module')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc');
}

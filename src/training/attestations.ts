import { sql } from 'kysely';
import type { Clock, IdMaker } from '../base/index.ts';
import { type Actor, appendWithin, type Books } from '../ledger/index.ts';
import type { Scoped } from '../store/index.ts';
import { trainingError } from './errors.ts';

/** What recording works with. `announce` tells every gateway, when the transaction commits, to look at the tenant anew. */
export type TrainingParts = Books & {
  readonly now: Clock;
  readonly newId: IdMaker;
  readonly announce: (db: Scoped, tenantId: string) => Promise<void>;
};

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
  const { module, validUntil, document } = checked(wanted);
  const id = parts.newId();
  const now = parts.now();
  const facts = { module, ...(document === undefined ? {} : { document }) };
  await parts.store.inTenant(tenantId, async (db) => {
    const row = { tenant_id: tenantId, id, person_id: personId, module, valid_until: validUntil, recorded_at: now };
    await db
      .insertInto('training_attestation')
      .values({ ...row, document: document ?? null })
      .execute();
    await appendWithin(db, parts.recordKeys, {
      kind: 'training_attested',
      id: parts.newId(),
      tenantId,
      recordedAt: now.toISOString(),
      attestationId: id,
      personId,
      ...facts,
      validUntil,
      actor,
    });
    await parts.announce(db, tenantId);
  });
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

/**
 * The day to the end of which a person's training holds (UTC): of each module what was recorded last, and of these the
 * latest. Undefined when nothing was.
 */
export async function trainedUntil(db: Scoped, personId: string): Promise<string | undefined> {
  const days = (await newestOfModules(db).where('person_id', '=', personId).execute()).map((row) => row.valid_until);
  return days.toSorted().at(-1);
}

export type ListedAttestation = {
  readonly id: string;
  readonly personId: string;
  readonly pseudonym: string;
  readonly module: string;
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
    validUntil: row.valid_until,
    document: row.document,
    recordedAt: row.recorded_at.toISOString(),
  }));
  const place = ({ pseudonym, module }: ListedAttestation): string => `${pseudonym} ${module}`;
  return listed.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
}

function newestOfModules(db: Scoped) {
  return db
    .selectFrom('training_attestation')
    .distinctOn(['person_id', 'module'])
    .select(['id', 'person_id', 'module', 'document', 'recorded_at'])
    .select(sql<string>`to_char(valid_until, 'YYYY-MM-DD')`.as('valid_until'))
    .orderBy('person_id')
    .orderBy('module')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc');
}

import { anyUuid } from '../base/index.ts';
import { appendWithin } from '../ledger/index.ts';
import type { Scoped } from '../store/index.ts';
import { dualReasonContext, type Tenancy } from '../tenancy/index.ts';
import { consoleError } from './errors.ts';
import type { Right } from './rights.ts';

/**
 * Acts that one person asks for and another confirms, each with the right named here. Neither may be the session of a
 * one-time link: nobody could tell that the two were not one.
 */
export const dualActs = { reveal_person: 'reveal' } as const satisfies Readonly<Record<string, Right>>;

export type DualAct = keyof typeof dualActs;

export type DualDecision = 'confirmed' | 'declined' | 'withdrawn';

export type DualRequest = {
  readonly id: string;
  readonly act: DualAct;
  /** Whom or what it is about. */
  readonly subjectId: string;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  /** Until when it may be confirmed; once it is, until when what it allows may be done. */
  readonly expiresAt: string;
  readonly decision: DualDecision | undefined;
  readonly decidedBy: string | undefined;
  readonly decidedAt: string | undefined;
};

/** A person who acts, and what they may do. */
export type DualPerson = { readonly tenantId: string; readonly personId: string; readonly rights: readonly Right[] };

export type NewDualRequest = { readonly act: DualAct; readonly subjectId: string; readonly reason: string };

const lifetimeMs = 24 * 60 * 60_000;

/** Asks for an act, for a day. @returns the request's id. @throws console_right_missing */
export async function requestAct(tenancy: Tenancy, person: DualPerson, wanted: NewDualRequest): Promise<string> {
  const { tenantId, personId } = person;
  const { act, subjectId, reason } = wanted;
  assertMay(person, act);
  const id = tenancy.newId();
  const now = tenancy.now();
  const row = {
    tenant_id: tenantId,
    id,
    act,
    subject_id: subjectId,
    reason_sealed: tenancy.vault.seal(Buffer.from(reason), dualReasonContext(tenantId, id)),
    requested_by: personId,
    requested_at: now,
    expires_at: new Date(now.getTime() + lifetimeMs),
  };
  await tenancy.store.inTenant(tenantId, async (db) => {
    await db.insertInto('dual_control_request').values(row).execute();
    await appendWithin(db, tenancy.recordKeys, {
      kind: 'dual_control_requested',
      ...common(tenancy, tenantId),
      requestId: id,
      act,
      subjectId,
      reason,
      personId,
    });
  });
  return id;
}

export type Deciding = { readonly id: string; readonly isConfirmed: boolean };

/**
 * Decides over a request, once. Who asked may withdraw it, and never confirm it; another person with the right confirms or
 * declines. What is confirmed may be done for a day from then on.
 * @throws console_approval_unknown, console_approval_over, console_approval_own, console_right_missing
 */
export async function decideAct(tenancy: Tenancy, person: DualPerson, { id, isConfirmed }: Deciding): Promise<void> {
  const { tenantId, personId } = person;
  const now = tenancy.now();
  await tenancy.store.inTenant(tenantId, async (db) => {
    const row = await rowOf(db, id).forUpdate().executeTakeFirst();
    if (!row || !isDualAct(row.act)) throw consoleError('console_approval_unknown');
    assertMay(person, row.act);
    if (row.decision || row.expires_at <= now) throw consoleError('console_approval_over');
    const isOwn = row.requested_by === personId;
    if (isOwn && isConfirmed) throw consoleError('console_approval_own');
    const decision = isConfirmed ? 'confirmed' : isOwn ? 'withdrawn' : 'declined';
    const until = isConfirmed ? new Date(now.getTime() + lifetimeMs) : row.expires_at;
    const decided = { decision, decided_by: personId, decided_at: now, expires_at: until } as const;
    await db.updateTable('dual_control_request').set(decided).where('id', '=', row.id).execute();
    await appendWithin(db, tenancy.recordKeys, {
      kind: 'dual_control_decided',
      ...common(tenancy, tenantId),
      requestId: row.id,
      act: row.act,
      subjectId: row.subject_id,
      decision,
      requestedBy: row.requested_by,
      personId,
    });
  });
}

/**
 * What was confirmed and may be done now, by either of the two persons, inside the transaction of doing it.
 * @throws console_approval_unknown, console_approval_missing, console_right_missing
 */
export async function confirmedAct(
  db: Scoped,
  tenancy: Tenancy,
  { person, id, act }: { readonly person: DualPerson; readonly id: string; readonly act: DualAct },
): Promise<{ readonly id: string; readonly subjectId: string }> {
  assertMay(person, act);
  const row = await rowOf(db, id).where('act', '=', act).executeTakeFirst();
  if (!row) throw consoleError('console_approval_unknown');
  const isOfTheirs = [row.requested_by, row.decided_by].includes(person.personId);
  if (row.decision !== 'confirmed' || row.expires_at <= tenancy.now() || !isOfTheirs)
    throw consoleError('console_approval_missing');
  return { id: row.id, subjectId: row.subject_id };
}

/**
 * Holds what shows whom or what it is about in another way to what two persons agreed on: one of them must ask.
 * @throws console_access_unconfirmed, console_right_missing
 */
export async function assertConfirmedOn(
  tenancy: Tenancy,
  person: DualPerson,
  { act, subjectId }: Pick<NewDualRequest, 'act' | 'subjectId'>,
): Promise<void> {
  assertMay(person, act);
  const { tenantId, personId } = person;
  const found = await tenancy.store.inTenant(tenantId, (db) =>
    db
      .selectFrom('dual_control_request')
      .select('id')
      .where('act', '=', act)
      .where('subject_id', '=', subjectId)
      .where('decision', '=', 'confirmed')
      .where('expires_at', '>', tenancy.now())
      .where((where) => where.or([where('requested_by', '=', personId), where('decided_by', '=', personId)]))
      .limit(1)
      .executeTakeFirst(),
  );
  if (!found) throw consoleError('console_access_unconfirmed');
}

/** The requests of the last 30 days, the newest first. */
export async function listActs(tenancy: Tenancy, tenantId: string): Promise<readonly DualRequest[]> {
  const since = new Date(tenancy.now().getTime() - 30 * lifetimeMs);
  const rows = await tenancy.store.inTenant(tenantId, (db) =>
    db
      .selectFrom('dual_control_request')
      .selectAll()
      .where('requested_at', '>', since)
      .orderBy('requested_at', 'desc')
      .limit(200)
      .execute(),
  );
  return rows.flatMap(({ act, ...row }) =>
    isDualAct(act)
      ? [
          {
            id: row.id,
            act,
            subjectId: row.subject_id,
            reason: tenancy.vault.unseal(row.reason_sealed, dualReasonContext(tenantId, row.id)).toString(),
            requestedBy: row.requested_by,
            requestedAt: row.requested_at.toISOString(),
            expiresAt: row.expires_at.toISOString(),
            decision: row.decision ?? undefined,
            decidedBy: row.decided_by ?? undefined,
            decidedAt: row.decided_at?.toISOString(),
          },
        ]
      : [],
  );
}

function assertMay({ rights }: DualPerson, act: DualAct): void {
  const right = dualActs[act];
  if (!rights.includes(right)) throw consoleError('console_right_missing', { right });
}

function rowOf(db: Scoped, id: string) {
  return db.selectFrom('dual_control_request').selectAll().where('id', '=', anyUuid(id));
}

function isDualAct(act: string): act is DualAct {
  return Object.hasOwn(dualActs, act);
}

function common({ newId, now }: Tenancy, tenantId: string) {
  return { id: newId(), tenantId, recordedAt: now().toISOString() };
}

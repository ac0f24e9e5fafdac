import { anyUuid } from '../../base/index.ts';
import { appendWithin } from '../../ledger/index.ts';
import type { Scoped } from '../../store/index.ts';
import { captureError } from '../capture-errors.ts';
import type { FileBooks } from '../files/inventory.ts';

/** Who acts, and the roles they hold at this moment, as whoever let them in found them. */
export type CapturePerson = { readonly tenantId: string; readonly personId: string; readonly roles: readonly string[] };

export type CaptureWish = { readonly label: string; readonly purpose: string; readonly days: number };

/** A capture that somebody asked for, and what became of it. */
export type CaptureApproval = CaptureWish & {
  readonly id: string;
  readonly state: 'requested' | 'expired' | 'approved' | 'ended';
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly endedAt: string | null;
};

/** Either may ask, and either may approve what the other asked for. */
export const captureRoles: ReadonlySet<string> = new Set(['octroi-dpo', 'octroi-admin']);

/** Days that the content of a class may be kept at most: the vendor's own period (facts A.4, payload copies). */
export const mostCaptureDays = 30;

const requestLifetimeMs = 7 * 86_400_000;

/**
 * Asks that content of a label be captured. Nothing is, before a second person approves and the policy says the same.
 * @returns the request's id
 * @throws retention_capture_role_missing, retention_capture_invalid
 */
export async function requestCapture(books: FileBooks, person: CapturePerson, wish: CaptureWish): Promise<string> {
  assertMay(person);
  const { label, days } = wish;
  const purpose = wish.purpose.trim();
  const isFit = /^[^\p{Cc}\p{Cs}]{10,500}$/u.test(purpose) && /^[^\p{Cc}\p{Cs}]{1,64}$/u.test(label);
  if (!isFit || !Number.isInteger(days) || days < 1 || days > mostCaptureDays)
    throw captureError('retention_capture_invalid', { most: mostCaptureDays });
  const id = books.newId();
  const now = books.now();
  const { tenantId, personId } = person;
  await books.store.inTenant(tenantId, async (db) => {
    await db
      .insertInto('capture_approval')
      .values({
        tenant_id: tenantId,
        id,
        label,
        purpose,
        days,
        requested_by: personId,
        requested_at: now,
        expires_at: new Date(now.getTime() + requestLifetimeMs),
        approved_by: null,
        approved_at: null,
        ended_by: null,
        ended_at: null,
      })
      .execute();
    await record(db, books, { kind: 'capture_requested', tenantId, personId, captureId: id, label, purpose, days });
  });
  return id;
}

/**
 * Approves a capture as the second person.
 * @throws retention_capture_role_missing, retention_capture_unknown, retention_capture_same_person,
 *   retention_capture_closed
 */
export async function approveCapture(books: FileBooks, person: CapturePerson, captureId: string): Promise<void> {
  assertMay(person);
  const { tenantId, personId } = person;
  const now = books.now();
  await books.store.inTenant(tenantId, async (db) => {
    const found = await locked(db, captureId);
    if (found.requested_by === personId) throw captureError('retention_capture_same_person', {});
    if (found.approved_at !== null || found.ended_at !== null || found.expires_at <= now)
      throw captureError('retention_capture_closed', {});
    await db
      .updateTable('capture_approval')
      .set({ approved_by: personId, approved_at: now })
      .where('id', '=', found.id)
      .execute();
    const { label, purpose, days } = found;
    await record(db, books, {
      kind: 'capture_approved',
      tenantId,
      personId,
      captureId: found.id,
      label,
      purpose,
      days,
    });
  });
}

/** Ends a capture, or withdraws a request: one person is enough. @throws retention_capture_role_missing, retention_capture_unknown, retention_capture_closed */
export async function endCapture(books: FileBooks, person: CapturePerson, captureId: string): Promise<void> {
  assertMay(person);
  const { tenantId, personId } = person;
  await books.store.inTenant(tenantId, async (db) => {
    const found = await locked(db, captureId);
    if (found.ended_at !== null) throw captureError('retention_capture_closed', {});
    const ended = { ended_by: personId, ended_at: books.now() };
    await db.updateTable('capture_approval').set(ended).where('id', '=', found.id).execute();
    const { label, purpose, days } = found;
    await record(db, books, { kind: 'capture_ended', tenantId, personId, captureId: found.id, label, purpose, days });
  });
}

/** Every capture that was asked for, the newest first. */
export async function listCaptures(books: FileBooks, tenantId: string): Promise<readonly CaptureApproval[]> {
  const now = books.now();
  const rows = await books.store.inTenant(tenantId, (db) =>
    db.selectFrom('capture_approval').selectAll().orderBy('requested_at', 'desc').execute(),
  );
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    purpose: row.purpose,
    days: row.days,
    state: stateOf(row, now),
    requestedBy: row.requested_by,
    requestedAt: row.requested_at.toISOString(),
    approvedBy: row.approved_by,
    approvedAt: row.approved_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
  }));
}

type Dated = { readonly approved_at: Date | null; readonly ended_at: Date | null; readonly expires_at: Date };

function stateOf({ approved_at: approvedAt, ended_at: endedAt, expires_at: expiresAt }: Dated, now: Date) {
  if (endedAt !== null) return 'ended';
  if (approvedAt !== null) return 'approved';
  return expiresAt <= now ? 'expired' : 'requested';
}

function assertMay({ roles }: CapturePerson): void {
  if (!roles.some((role) => captureRoles.has(role)))
    throw captureError('retention_capture_role_missing', { roles: [...captureRoles].join(', ') });
}

// Two who decide at once: the second waits, and finds what the first did.
async function locked(db: Scoped, captureId: string) {
  const found = await db
    .selectFrom('capture_approval')
    .selectAll()
    .where('id', '=', anyUuid(captureId))
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw captureError('retention_capture_unknown', { capture: captureId.slice(0, 80) });
  return found;
}

type Act = CaptureWish & {
  readonly kind: 'capture_requested' | 'capture_approved' | 'capture_ended';
  readonly tenantId: string;
  readonly personId: string;
  readonly captureId: string;
};

async function record(db: Scoped, { newId, now, recordKeys }: FileBooks, act: Act): Promise<void> {
  await appendWithin(db, recordKeys, { id: newId(), recordedAt: now().toISOString(), ...act });
}

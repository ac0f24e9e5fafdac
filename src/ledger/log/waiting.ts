import { sql } from 'kysely';
import type { Scoped } from '../../store/index.ts';
import { leafSchema } from '../tree/leaf.ts';

/** What waits to be logged: all that its leaf will say but its place. */
export type WaitingLeaf = {
  readonly recordId: string;
  readonly kind: string;
  readonly recordedAt: Date;
  readonly class: string;
  readonly policyVersion: string | null;
  readonly subject: Buffer;
  readonly commitment: Buffer;
};

/**
 * Takes what waits, at most `limit`, in the order of arrival. Of a caller that waited for each receipt the records are in
 * its order: the next one was given its place after the one before had been committed.
 */
export async function takeWaiting(db: Scoped, tenantId: string, limit: number): Promise<readonly WaitingLeaf[]> {
  const { rows } = await sql<WaitingLeaf>`
    with taken as (
      delete from ledger_waiting where tenant_id = ${tenantId} and arrival in (
        select arrival from ledger_waiting where tenant_id = ${tenantId} order by arrival limit ${limit})
      returning *
    )
    select record_id as "recordId", kind, recorded_at as "recordedAt", class, policy_version as "policyVersion", subject, commitment
    from taken order by arrival`.execute(db);
  return rows;
}

/**
 * The text of a record's leaf, which is canonical as it stands: the members in their order, and of the values only the
 * policy's version could need an escape. `formatLeaf` gives the same ten times slower; a test holds the two together.
 */
export function recordLeafText(tenantId: string, seq: number, leaf: WaitingLeaf): string {
  const policyVersion = leaf.policyVersion === null ? 'null' : JSON.stringify(leaf.policyVersion);
  const commitment = leaf.commitment.toString('base64url');
  const subject = leaf.subject.toString('base64url');
  return `{"class":"${leaf.class}","commitment":"${commitment}","kind":"${leaf.kind}","policyVersion":${policyVersion},"record":"${leaf.recordId}","schema":"${leafSchema}","seq":${seq},"subject":"${subject}","tenant":"${tenantId}","time":"${leaf.recordedAt.toISOString()}"}`;
}

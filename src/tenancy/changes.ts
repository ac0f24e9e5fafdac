import { sql } from 'kysely';
import type { Scoped } from '../store/index.ts';

/** The channel on which every gateway hears that a tenant's keys, contracts or persons have changed. */
export const changesChannel = 'octroi_tenancy';

/** Tells every gateway, when this transaction commits, to look again at this tenant's keys, contracts and persons. */
export async function announceChange(db: Scoped, tenantId: string): Promise<void> {
  await sql`select pg_notify(${changesChannel}, ${tenantId})`.execute(db);
}

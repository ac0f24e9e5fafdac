import { X509Certificate } from 'node:crypto';
import { sql } from 'kysely';
import { appendWithin } from '../ledger/index.ts';
import type { Scoped } from '../store/index.ts';
import type { Tenancy } from './tenants.ts';

/** An authority that the forward proxy signs by, for these hosts and no other. */
export type InspectionAuthority = {
  readonly id: string;
  readonly hosts: readonly string[];
  readonly certificatePem: string;
  /** PKCS #8. */
  readonly keyPem: string;
  readonly madeAt: Date;
  readonly notAfter: Date;
};

type Wanted = {
  readonly tenantId: string;
  readonly hosts: readonly string[];
  /** One that ends within so many days is followed by a new one. */
  readonly followedDays: number;
  readonly make: (hosts: readonly string[]) => Promise<Pick<InspectionAuthority, 'certificatePem' | 'keyPem'>>;
};

const dayMs = 86_400_000;

/**
 * The authorities that are good today, the oldest first; one for exactly these hosts is made, and put on record, where
 * there is none. Of several processes one makes it. With no hosts none is made.
 * @throws tenancy_unseal_failed
 */
export async function inspectionAuthorities(tenancy: Tenancy, wanted: Wanted): Promise<readonly InspectionAuthority[]> {
  const { tenantId, followedDays } = wanted;
  const hosts = [...new Set(wanted.hosts)].toSorted();
  const now = tenancy.now();
  return tenancy.store.inTenant(tenantId, async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`inspection ${tenantId}`}, 0))`.execute(db);
    const known = await goodAuthorities(db, tenancy, tenantId);
    const isLasting = ({ notAfter }: InspectionAuthority): boolean =>
      notAfter.getTime() - now.getTime() > followedDays * dayMs;
    if (hosts.length === 0 || known.some((each) => isLasting(each) && each.hosts.join() === hosts.join())) return known;
    const made = await wanted.make(hosts);
    const { fingerprint256: fingerprint, validToDate: notAfter } = new X509Certificate(made.certificatePem);
    const authority = { id: tenancy.newId(), hosts, ...made, madeAt: now, notAfter };
    await keep(db, tenancy, { tenantId, authority });
    await appendWithin(db, tenancy.recordKeys, {
      kind: 'inspection_authority_made',
      id: tenancy.newId(),
      tenantId,
      recordedAt: now.toISOString(),
      authorityId: authority.id,
      hosts,
      fingerprint,
      notAfter: notAfter.toISOString(),
    });
    return [...known, authority];
  });
}

async function goodAuthorities(db: Scoped, { vault, now }: Tenancy, tenantId: string) {
  const rows = await db
    .selectFrom('inspection_authority')
    .selectAll()
    .where('not_after', '>', now())
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map(
    (row): InspectionAuthority => ({
      id: row.id,
      hosts: row.hosts,
      certificatePem: row.certificate_pem,
      keyPem: vault.unseal(row.key_sealed, keyContext(tenantId, row.id)).toString(),
      madeAt: row.made_at,
      notAfter: row.not_after,
    }),
  );
}

type Kept = { readonly tenantId: string; readonly authority: InspectionAuthority };

async function keep(db: Scoped, { vault }: Tenancy, { tenantId, authority }: Kept): Promise<void> {
  const { id, hosts, certificatePem, keyPem, madeAt, notAfter } = authority;
  await db
    .insertInto('inspection_authority')
    .values({
      tenant_id: tenantId,
      id,
      hosts: [...hosts],
      certificate_pem: certificatePem,
      key_sealed: vault.seal(Buffer.from(keyPem), keyContext(tenantId, id)),
      made_at: madeAt,
      not_after: notAfter,
    })
    .execute();
}

function keyContext(tenantId: string, authorityId: string): string {
  return `inspection authority ${tenantId} ${authorityId}`;
}

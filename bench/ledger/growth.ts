import { sql } from 'kysely';
import { proveRecord } from '../../src/ledger/index.ts';
import { sequence } from '../../src/ledger/log/sequence.ts';
import { SigningKeys } from '../../src/ledger/log/signing-keys.ts';
import { ensureTenant, type Tenancy } from '../../src/tenancy/index.ts';
import { quantile } from './quantile.ts';

type Proofs = { readonly p50Ms: number; readonly p99Ms: number; readonly count: number };

const roundLeaves = 8_192;
const proofCount = 500;

/**
 * Grows the log of a tenant of its own round by round, with what the database makes up to wait, and then proves records at
 * random places. Only the sequencer's own work is timed.
 */
export async function printGrowth(tenancy: Tenancy, leaves: number): Promise<void> {
  const { id: tenantId } = await ensureTenant(tenancy, 'growth');
  const options = { ...tenancy, sealer: tenancy.vault, logName: 'octroi.bench', periodMs: 600_000 };
  const round = { ...options, signingKeys: new SigningKeys(options) };
  const every = Math.max(1, Math.floor(leaves / roundLeaves / 10));
  process.stdout.write(`\na log of ${leaves} leaves: what each costs to log as it grows, and the process's memory\n`);
  process.stdout.write('     leaves   µs a leaf   CPU µs own   RSS MiB\n');
  let [elapsedMs, cpuUs, since] = [0, 0, 1];
  for (let size = 1, rounds = 1; size < leaves; rounds += 1) {
    await makeWaiting(tenancy, tenantId);
    const [startedAt, own] = [performance.now(), process.cpuUsage()];
    const { added = 0 } = (await tenancy.store.inTenant(tenantId, (db) => sequence(db, tenantId, round))) ?? {};
    const { user, system } = process.cpuUsage(own);
    [elapsedMs, cpuUs, size] = [elapsedMs + performance.now() - startedAt, cpuUs + user + system, size + added];
    if (rounds % every !== 0 && size < leaves) continue;
    const cells = [
      String(size).padStart(11),
      ((elapsedMs * 1_000) / (size - since)).toFixed(1).padStart(11),
      (cpuUs / (size - since)).toFixed(1).padStart(12),
      (process.memoryUsage.rss() / 1_048_576).toFixed(0).padStart(9),
    ];
    process.stdout.write(`${cells.join(' ')}\n`);
    [elapsedMs, cpuUs, since] = [0, 0, size];
  }
  const { p50Ms, p99Ms, count } = await measureProofs(tenancy, tenantId);
  process.stdout.write(`\nproof of any record: p50 ${p50Ms.toFixed(2)} ms, p99 ${p99Ms.toFixed(2)} ms, of ${count}\n`);
}

async function makeWaiting({ store }: Tenancy, tenantId: string): Promise<void> {
  await store.inTenant(tenantId, (db) =>
    sql`insert into ledger_waiting (tenant_id, record_id, kind, recorded_at, class, subject, commitment)
      select ${tenantId}, uuidv7(), 'exchange_declared', now(), 'declaration',
        substring(sha256(uuid_send(gen_random_uuid())) from 1 for 16), sha256(uuid_send(gen_random_uuid()))
      from generate_series(1, ${roundLeaves})`.execute(db),
  );
}

async function measureProofs(tenancy: Tenancy, tenantId: string): Promise<Proofs> {
  const { rows } = await tenancy.store.inTenant(tenantId, (db) =>
    sql<{ id: string }>`
      select record_id as id from ledger_position
      where seq in (select (random() * (select size - 2 from ledger_log))::bigint + 1 from generate_series(1, ${proofCount}))`.execute(
      db,
    ),
  );
  const times: number[] = [];
  for (const { id } of rows) {
    const before = performance.now();
    await proveRecord(tenancy, tenantId, id);
    times.push(performance.now() - before);
  }
  times.sort((one, other) => one - other);
  return { p50Ms: quantile(times, 0.5), p99Ms: quantile(times, 0.99), count: times.length };
}

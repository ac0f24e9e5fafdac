import { setTimeout as delay } from 'node:timers/promises';
import { timeOrderedId } from '../../src/base/index.ts';
import { openLedger, Sequencer } from '../../src/ledger/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { declaredRecord } from '../../test/support/records.ts';
import { treeUse } from '../gateway/process-tree.ts';
import { quantile } from './quantile.ts';

type AppendMeasure = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** How many records were not in the log yet when the last was written, and how long until they were. */
  readonly waiting: number;
  readonly caughtUpMs: number;
  /** What one record costs, from its call to its place in the log: of this process, and of PostgreSQL's. */
  readonly ownCpuUs: number;
  readonly databaseCpuUs: number;
};

type AppendJob = { readonly writers: number; readonly durationMs: number };

// As many persons as a post may see in a day, so that their keys are in memory as they would be.
const persons = Array.from({ length: 200 }, timeOrderedId);
const fingerprint = 'x'.repeat(22);
const parts = Array.from(
  { length: 6 },
  () => ({ kind: 'file', bytes: 4_096, fingerprint, sent: 'again', path: 'src/main.ts' }) as const,
);

/** Measures appends by 1, 64 and 512 writers, while the sequencer runs, and prints a line for each. */
export async function printAppends(tenancy: Tenancy, tenantId: string, durationMs: number): Promise<void> {
  const log = { sealer: tenancy.vault, logName: 'octroi.bench', periodMs: 600_000, tell: () => {} };
  const sequencer = new Sequencer({ ...tenancy, ...log });
  sequencer.start();
  process.stdout.write('appends: records of 1 KB, sealed, committed with fsync, logged within the second\n');
  process.stdout.write('  writers  records/s   p50 ms   p99 ms   CPU µs own + database   waiting   logged after s\n');
  for (const writers of [1, 64, 512]) {
    const found = await measureAppends(tenancy, tenantId, { writers, durationMs });
    const cells = [
      String(writers).padStart(9),
      found.perSecond.toFixed(0).padStart(10),
      found.p50Ms.toFixed(2).padStart(8),
      found.p99Ms.toFixed(2).padStart(8),
      `${found.ownCpuUs.toFixed(0)} + ${found.databaseCpuUs.toFixed(0)}`.padStart(23),
      String(found.waiting).padStart(9),
      (found.caughtUpMs / 1_000).toFixed(2).padStart(16),
    ];
    process.stdout.write(`${cells.join(' ')}\n`);
  }
  await sequencer.close();
}

/** Appends with so many writers, each waiting for its receipt, while the sequencer runs. */
async function measureAppends(
  tenancy: Tenancy,
  tenantId: string,
  { writers, durationMs }: AppendJob,
): Promise<AppendMeasure> {
  const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 30_000 });
  for (const subjectId of persons) await ledger.append(declaredRecord({ tenantId, parts }), { subjectId });
  const latencies: number[] = [];
  const [own, all] = [process.cpuUsage(), treeUse(process.pid).cpuMs];
  const startedAt = performance.now();
  const write = async (writer: number): Promise<void> => {
    for (let turn = 0; performance.now() - startedAt < durationMs; turn += 1) {
      const subjectId = persons[(writer + turn) % persons.length] ?? tenantId;
      const before = performance.now();
      await ledger.append(declaredRecord({ tenantId, parts }), { subjectId });
      latencies.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  const elapsedMs = performance.now() - startedAt;
  await ledger.close();
  const waiting = await countWaiting(tenancy, tenantId);
  const endedAt = performance.now();
  while ((await countWaiting(tenancy, tenantId)) > 0) await delay(10);
  const { user, system } = process.cpuUsage(own);
  const allUs = (treeUse(process.pid).cpuMs - all) * 1_000;
  latencies.sort((one, other) => one - other);
  return {
    perSecond: (latencies.length * 1_000) / elapsedMs,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    waiting,
    caughtUpMs: performance.now() - endedAt,
    ownCpuUs: (user + system) / latencies.length,
    databaseCpuUs: (allUs - user - system) / latencies.length,
  };
}

async function countWaiting({ store }: Tenancy, tenantId: string): Promise<number> {
  const { count } = await store.inTenant(tenantId, (db) =>
    db
      .selectFrom('ledger_waiting')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow(),
  );
  return Number(count);
}

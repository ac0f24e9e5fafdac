import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSettings, openInstallation } from '../../../src/cli/wire.ts';
import { readEvidence } from '../../../src/cli/verify/read-evidence.ts';
import { exportLog, Sequencer } from '../../../src/ledger/index.ts';
import { parseKeys, verifyFiles } from '../../../src/ledger/verify/index.ts';
import type { Outcome } from './run-rounds.ts';

export type Checked = { readonly written: number; readonly logged: number; readonly heads: number };

/**
 * Holds the log against what its callers were told: every record that was answered for is there once, those of a writer in
 * its order, the whole log is provable, and it has grown from every head that was ever signed.
 * @throws Error that says what is wrong
 */
export async function checkOutcome(data: string, { written, heads }: Outcome): Promise<Checked> {
  const settings = await loadSettings(undefined, { OCTROI_DATA: data });
  const { tenancy, tenant, store, close } = await openInstallation({ settings, mode: 'own' });
  try {
    const parts = { sealer: tenancy.vault, logName: 'octroi.faults', periodMs: 2_000, tell: () => {} };
    await new Sequencer({ ...tenancy, ...parts }).round();
    const rows = await store.inTenant(tenant.id, (db) =>
      db.selectFrom('ledger_position').select(['record_id', 'seq']).execute(),
    );
    const positions = new Map(rows.map(({ record_id: id, seq }) => [id, Number(seq)]));
    const { count } = await store.inTenant(tenant.id, (db) =>
      db
        .selectFrom('ledger_record')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow(),
    );
    // Twice in the log would be found by the verification; a record without a leaf is found by its count.
    if (Number(count) !== positions.size) throw new Error(`${count} records, ${positions.size} of them logged`);
    for (const ids of written) checkOrder(ids, positions);
    const folder = join(data, '..', 'exported');
    await exportLog(tenancy, tenant.id, { folder, hasRecords: true });
    const known = await keep(heads, join(data, '..', 'heads'));
    const keys = await store.inTenant(tenant.id, (db) => db.selectFrom('ledger_signing_key').select('vkey').execute());
    const evidence = await Promise.all([folder, ...known].map(readEvidence));
    const verdict = await verifyFiles(evidence, { keys: parseKeys(keys.map(({ vkey }) => vkey).join('\n')) });
    if (verdict.records !== positions.size)
      throw new Error(`${verdict.records} of ${positions.size} records are provable`);
    return { written: written.flat().length, logged: positions.size, heads: heads.length };
  } finally {
    await close();
  }
}

function checkOrder(ids: readonly string[], positions: ReadonlyMap<string, number>): void {
  let last = -1;
  for (const id of ids) {
    const seq = positions.get(id);
    if (seq === undefined) throw new Error(`record ${id} was answered for and is not in the log`);
    if (seq <= last) throw new Error(`record ${id} stands before the one its writer wrote earlier`);
    last = seq;
  }
}

async function keep(heads: readonly string[], folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    heads.map(async (head, at) => {
      const name = join(folder, `${at}.checkpoint`);
      await writeFile(name, head);
      return name;
    }),
  );
}

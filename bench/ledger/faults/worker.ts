// An octroi under load, to be killed: appends as fast as it is answered, and tells its parent before and after each.
// argv: data folder, milliseconds its clock is off. Over IPC: `retry` brings records that were never answered.
import { randomInt } from 'node:crypto';
import { systemClock, timeOrderedId } from '../../../src/base/index.ts';
import { loadSettings, openInstallation } from '../../../src/cli/wire.ts';
import { type LedgerRecord, logHead, openLedger, Sequencer } from '../../../src/ledger/index.ts';
import { declaredRecord } from '../../../test/support/records.ts';

export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'trying'; readonly writer: number; readonly record: LedgerRecord }
  | { readonly kind: 'written'; readonly writer: number; readonly id: string }
  | { readonly kind: 'head'; readonly checkpoint: string };

const [data = '', clockOffMs = '0'] = process.argv.slice(2);
const now = () => new Date(systemClock().getTime() + Number(clockOffMs));
const tell = (told: Told): void => void process.send?.(told);

const settings = await loadSettings(undefined, { OCTROI_DATA: data });
const { tenancy, tenant, store } = await openInstallation({ settings, mode: 'own' });
const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 120_000 });
const parts = { sealer: tenancy.vault, logName: 'octroi.faults', periodMs: 2_000, now, tell: () => {} };
const sequencer = new Sequencer({ ...tenancy, ...parts });
sequencer.start();

async function write(writer: number, record: LedgerRecord): Promise<void> {
  tell({ kind: 'trying', writer, record });
  await ledger.append(record);
  tell({ kind: 'written', writer, id: record.id });
}

async function load(writer: number, first: readonly LedgerRecord[]): Promise<void> {
  for (const record of first) await write(writer, record);
  for (;;) {
    const record = { ...declaredRecord({ tenantId: tenant.id }), recordedAt: now().toISOString() };
    await write(writer, record);
    // Now and then a caller that asks twice: the second time must change nothing.
    if (randomInt(20) === 0) await ledger.append(record);
  }
}

process.on('message', (retry: readonly (readonly LedgerRecord[])[]) => {
  for (const [writer, records] of retry.entries()) void load(writer, records);
});
setInterval(async () => {
  const head = await logHead(store, tenant.id).catch(() => undefined); // The database may be away: that is what it is for.
  if (head) tell({ kind: 'head', checkpoint: head.checkpoint });
}, 200);
tell({ kind: 'ready' });

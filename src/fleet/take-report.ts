import { canonicalJson, type DeviceReport, sha256Hex } from '../base/index.ts';
import { appendWithin } from '../ledger/index.ts';
import type { FleetBooks } from './devices.ts';

type State = 'met' | 'not_met' | 'unknown';

const worst: Readonly<Record<State, number>> = { not_met: 2, unknown: 1, met: 0 };

/**
 * Takes a report whose signature is right. Its record is durable when this resolves. `held`: this very report was taken
 * before. `out_of_order`: one with a later number was taken already, or another with this one.
 */
export async function takeReport(
  books: FleetBooks,
  report: DeviceReport,
  signature: string,
): Promise<'taken' | 'held' | 'out_of_order'> {
  const { tenantId, deviceId, sequence } = report;
  const digest = sha256Hex(canonicalJson(report));
  return books.store.inTenant(tenantId, async (db) => {
    const device = await db
      .selectFrom('device')
      .select('last_sequence')
      .where('id', '=', deviceId)
      .where('revoked_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!device) return 'out_of_order';
    if (sequence <= device.last_sequence) {
      const before = await db
        .selectFrom('device_report')
        .select('digest')
        .where('device_id', '=', deviceId)
        .where('sequence', '=', sequence)
        .executeTakeFirst();
      return before?.digest === digest ? 'held' : 'out_of_order';
    }
    const now = books.now();
    const recordId = books.newId();
    await db
      .insertInto('device_report')
      .values({
        tenant_id: tenantId,
        record_id: recordId,
        device_id: deviceId,
        sequence,
        digest,
        reported_at: new Date(report.reportedAt),
        received_at: now,
        program: report.program,
        controls: JSON.stringify(Object.fromEntries(worstOfControls(report))),
      })
      .execute();
    await db.updateTable('device').set({ last_sequence: sequence }).where('id', '=', deviceId).execute();
    const common = { id: recordId, tenantId, recordedAt: now.toISOString() };
    await appendWithin(db, books.recordKeys, { ...common, kind: 'workstation_reported', deviceId, report, signature });
    return 'taken';
  });
}

function worstOfControls({ verdicts }: DeviceReport): ReadonlyMap<string, State> {
  const states = new Map<string, State>();
  for (const { control, state } of verdicts) {
    const before = states.get(control);
    if (before === undefined || worst[state] > worst[before]) states.set(control, state);
  }
  return states;
}

import { anyUuid, type DeviceReport, type ReportedVerdict } from '../base/index.ts';
import { type Books, readRecords } from '../ledger/index.ts';
import { fleetError } from './errors.ts';

/** What changed for one person and control from one report to the next; null: it was not told of. */
export type Drift = {
  readonly person: string;
  readonly control: string;
  readonly before: ReportedVerdict | null;
  readonly after: ReportedVerdict | null;
};

export type DeviceView = {
  readonly id: string;
  readonly name: string;
  /** The last reports, the newest first. */
  readonly reports: readonly { readonly recordId: string; readonly sequence: number; readonly reportedAt: string }[];
  /** What the newest said; undefined where there is none, or its record was erased since. */
  readonly report: DeviceReport | undefined;
  /** Against the report before it; undefined where that is not there any more. */
  readonly drift: readonly Drift[] | undefined;
};

const mostReports = 30;

/** One device: what its last report said, what decided it, and what changed. @throws fleet_device_unknown */
export async function readDevice(books: Books, tenantId: string, deviceId: string): Promise<DeviceView> {
  const { device, reports } = await books.store.inTenant(tenantId, async (db) => ({
    device: await db.selectFrom('device').select(['id', 'name']).where('id', '=', anyUuid(deviceId)).executeTakeFirst(),
    reports: await db
      .selectFrom('device_report')
      .select(['record_id', 'sequence', 'reported_at'])
      .where('device_id', '=', anyUuid(deviceId))
      .orderBy('sequence', 'desc')
      .limit(mostReports)
      .execute(),
  }));
  if (!device) throw fleetError('fleet_device_unknown', { device: deviceId });
  const [newest, before] = await reportsOf(
    books,
    tenantId,
    reports.slice(0, 2).map((row) => row.record_id),
  );
  return {
    id: device.id,
    name: device.name,
    reports: reports.map((row) => ({
      recordId: row.record_id,
      sequence: row.sequence,
      reportedAt: row.reported_at.toISOString(),
    })),
    report: newest,
    drift: newest && before ? driftBetween(before, newest) : undefined,
  };
}

export type DeviceClients = { readonly name: string; readonly clients: readonly string[] };

/** By device, its name and under which ids its clients are known, by its last report. */
export async function clientsOfDevices(books: Books, tenantId: string): Promise<ReadonlyMap<string, DeviceClients>> {
  const rows = await books.store.inTenant(tenantId, (db) =>
    db
      .selectFrom('device_report')
      .innerJoin('device', (join) =>
        join
          .onRef('device.tenant_id', '=', 'device_report.tenant_id')
          .onRef('device.id', '=', 'device_report.device_id')
          .onRef('device.last_sequence', '=', 'device_report.sequence'),
      )
      .select(['device_report.record_id', 'device_report.device_id', 'device.name'])
      .where('device.revoked_at', 'is', null)
      .execute(),
  );
  const records = await readRecords(
    books,
    tenantId,
    rows.map((row) => row.record_id),
  );
  return new Map(
    rows.flatMap((row) => {
      const record = records.get(row.record_id);
      if (record?.kind !== 'workstation_reported') return [];
      return [[row.device_id, { name: row.name, clients: record.report.clientDeviceIds }] as const];
    }),
  );
}

async function reportsOf(books: Books, tenantId: string, ids: readonly string[]) {
  const records = await readRecords(books, tenantId, ids);
  return ids.map((id) => {
    const record = records.get(id);
    return record?.kind === 'workstation_reported' ? record.report : undefined;
  });
}

/** What differs between two reports of one device, in the order of the later one. */
function driftBetween(before: DeviceReport, after: DeviceReport): readonly Drift[] {
  const earlier = new Map(before.verdicts.map((verdict) => [placeOf(verdict), verdict]));
  const later = new Map(after.verdicts.map((verdict) => [placeOf(verdict), verdict]));
  const places = [...new Set([...later.keys(), ...earlier.keys()])];
  return places.flatMap((place) => {
    const pair = { before: earlier.get(place) ?? null, after: later.get(place) ?? null };
    const named = pair.after ?? pair.before;
    if (!named || isSame(pair.before, pair.after)) return [];
    return [{ person: named.person, control: named.control, ...pair }];
  });
}

const placeOf = ({ person, control }: ReportedVerdict): string => `${control} ${person}`;

// A line that moved decides as before.
function isSame(one: ReportedVerdict | null, other: ReportedVerdict | null): boolean {
  if (!one || !other) return false;
  return (
    one.state === other.state && one.value === other.value && one.file === other.file && one.reason === other.reason
  );
}

import { sql } from 'kysely';
import type { Books } from '../ledger/index.ts';
import type { Scoped } from '../store/index.ts';

export type ControlState = 'met' | 'not_met' | 'unknown';

export type DeviceLine = {
  readonly id: string;
  readonly name: string;
  readonly system: string | undefined;
  readonly standing: 'invited' | 'expired' | 'enrolled' | 'revoked';
  readonly program: string | undefined;
  readonly lastReportAt: string | undefined;
  /** Silent for longer than is asked, or never heard: nothing that it said before counts. */
  readonly isSilent: boolean;
  /** Reports that the device numbered and that never came. */
  readonly missingReports: number;
  /** By control; all `unknown` for a device that is silent. */
  readonly controls: Readonly<Record<string, ControlState>>;
};

/** What a day was like: for every device that counted then, each control by its last word within the time of silence. */
export type TrendDay = { readonly day: string; readonly devices: number } & Readonly<Record<ControlState, number>>;

export type FleetView = {
  readonly staleAfterHours: number;
  readonly devices: readonly DeviceLine[];
  /** Every control that some device told of, in the order of their ids. */
  readonly controls: readonly string[];
};

export type FleetQuestion = { readonly now: Date; readonly staleAfterHours: number };

const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** The fleet as it is now. A device that stopped reporting is `unknown` in every control, never as it last was. */
export async function readFleet(
  { store }: Pick<Books, 'store'>,
  tenantId: string,
  question: FleetQuestion,
): Promise<FleetView> {
  return store.inTenant(tenantId, async (db) => {
    const rows = await lastReports(db, question.now);
    const controls = [...new Set(rows.flatMap(({ controls: told }) => Object.keys(told ?? {})))].toSorted();
    const devices = rows.map((row) => lineOf(row, controls, question));
    return { staleAfterHours: question.staleAfterHours, devices, controls };
  });
}

export type TrendQuestion = FleetQuestion & { readonly days: number; readonly controls: readonly string[] };

/** The last days of the fleet, the oldest first; the last is today. */
export async function readTrend(
  { store }: Pick<Books, 'store'>,
  tenantId: string,
  question: TrendQuestion,
): Promise<readonly TrendDay[]> {
  return store.inTenant(tenantId, (db) => trendOf(db, question));
}

type Row = {
  readonly id: string;
  readonly name: string;
  readonly system: string | null;
  readonly enrolled_at: Date | null;
  readonly revoked_at: Date | null;
  readonly code_expires_at: Date;
  readonly last_sequence: number;
  readonly reports: string;
  readonly program: string | null;
  readonly reported_at: Date | null;
  readonly controls: Readonly<Record<string, ControlState>> | null;
};

async function lastReports(db: Scoped, now: Date): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select device.id, device.name, device.system, device.enrolled_at, device.revoked_at, device.code_expires_at,
      device.last_sequence, last.program, last.reported_at, last.controls,
      (select count(*) from device_report as each where each.tenant_id = device.tenant_id
        and each.device_id = device.id) as reports
    from device left join lateral (
      select program, reported_at, controls from device_report
      where tenant_id = device.tenant_id and device_id = device.id and reported_at <= ${new Date(now.getTime() + hourMs)}
      order by sequence desc limit 1) as last on true
    where device.tenant_id = octroi_tenant()
    order by device.name, device.id`.execute(db);
  return rows;
}

function lineOf(row: Row, controls: readonly string[], { now, staleAfterHours }: FleetQuestion): DeviceLine {
  const standing = standingOf(row, now);
  const isSilent =
    standing !== 'enrolled' ||
    row.reported_at === null ||
    now.getTime() - row.reported_at.getTime() > staleAfterHours * hourMs;
  const told = row.controls ?? {};
  return {
    id: row.id,
    name: row.name,
    system: row.system ?? undefined,
    standing,
    program: row.program ?? undefined,
    lastReportAt: row.reported_at?.toISOString(),
    isSilent,
    missingReports: row.last_sequence - Number(row.reports),
    controls: Object.fromEntries(
      controls.map((control) => [control, isSilent ? 'unknown' : (told[control] ?? 'unknown')]),
    ),
  };
}

function standingOf({ enrolled_at: enrolled, revoked_at: revoked, code_expires_at: expires }: Row, now: Date) {
  if (revoked) return 'revoked';
  if (enrolled) return 'enrolled';
  return expires <= now ? 'expired' : 'invited';
}

type DayRow = {
  readonly device_id: string;
  readonly day: string;
  readonly reported_at: Date;
  readonly controls: Row['controls'];
};

async function trendOf(
  db: Scoped,
  { now, staleAfterHours, days, controls }: TrendQuestion,
): Promise<readonly TrendDay[]> {
  const first = new Date(now.getTime() - (days - 1) * dayMs);
  const from = new Date(first.getTime() - dayMs - staleAfterHours * hourMs);
  const { rows } = await sql<DayRow>`
    select distinct on (device_id, day) device_id, to_char(reported_at at time zone 'UTC', 'YYYY-MM-DD') as day,
      reported_at, controls
    from device_report where tenant_id = octroi_tenant() and reported_at >= ${from}
    order by device_id, day, sequence desc`.execute(db);
  const lives = await db
    .selectFrom('device')
    .select(['id', 'enrolled_at', 'revoked_at'])
    .where('enrolled_at', 'is not', null)
    .execute();
  const byDevice = Map.groupBy(rows, (row) => row.device_id);
  return Array.from({ length: days }, (_, index) => {
    const day = new Date(first.getTime() + index * dayMs).toISOString().slice(0, 10);
    // The day's end, or now where it has not come.
    const end = new Date(Math.min(Date.parse(`${day}T00:00:00Z`) + dayMs, now.getTime()));
    const counting = lives.flatMap((life) => (isCounting(life, end) ? [byDevice.get(life.id) ?? []] : []));
    return { day, devices: counting.length, ...countOf(counting, controls, { end, staleAfterHours }) };
  });
}

function isCounting(
  { enrolled_at: enrolled, revoked_at: revoked }: { enrolled_at: Date | null; revoked_at: Date | null },
  end: Date,
): boolean {
  return enrolled !== null && enrolled < end && (revoked === null || revoked >= end);
}

function countOf(
  devices: readonly (readonly DayRow[])[],
  controls: readonly string[],
  { end, staleAfterHours }: { readonly end: Date; readonly staleAfterHours: number },
): Record<ControlState, number> {
  const counts = { met: 0, not_met: 0, unknown: 0 };
  for (const rows of devices) {
    const last = rows.findLast(
      ({ reported_at: at }) => at < end && end.getTime() - at.getTime() <= staleAfterHours * hourMs,
    );
    for (const control of controls) counts[last?.controls?.[control] ?? 'unknown'] += 1;
  }
  return counts;
}

import type { ToldByOthers } from '../evidence/index.ts';
import { readFleet } from '../fleet/index.ts';
import type { Books } from '../ledger/index.ts';
import { readSightings } from '../sightings/index.ts';

const importDays = 62;
const dayMs = 86_400_000;

export type TellingRooms = {
  readonly books: Books;
  readonly tenantId: string;
  readonly now: Date;
  readonly staleAfterHours: number;
  /** Under which references gateways stand in imported logs. */
  readonly gateways: ReadonlySet<string>;
};

/** What the posture is told by rooms that it may not enter: workstations, and logs of other programs. */
export async function toldByRooms(asked: TellingRooms): Promise<ToldByOthers> {
  const { books, tenantId, now, staleAfterHours, gateways } = asked;
  const since = new Date(now.getTime() - importDays * dayMs).toISOString().slice(0, 10);
  const [fleet, { imports, sightings }] = await Promise.all([
    readFleet(books, tenantId, { now, staleAfterHours }),
    readSightings(books, tenantId, since),
  ]);
  return {
    sightings,
    gateways,
    workstations: fleet.devices
      .filter(({ standing }) => standing === 'enrolled')
      .map(({ lastReportAt, controls }) => ({ lastReportAt, controls })),
    staleAfterHours,
    imports: imports.map(({ at, whole }) => ({ at, isWhole: whole !== undefined && whole.malformed === 0 })),
  };
}

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
};

/** What the posture is told by rooms that it may not enter: workstations, and logs of other programs. */
export async function toldByRooms({ books, tenantId, now, staleAfterHours }: TellingRooms): Promise<ToldByOthers> {
  const since = new Date(now.getTime() - importDays * dayMs).toISOString().slice(0, 10);
  const [fleet, { imports }] = await Promise.all([
    readFleet(books, tenantId, { now, staleAfterHours }),
    readSightings(books, tenantId, since),
  ]);
  return {
    workstations: fleet.devices
      .filter(({ standing }) => standing === 'enrolled')
      .map(({ lastReportAt, controls }) => ({ lastReportAt, controls })),
    staleAfterHours,
    imports: imports.map(({ at, whole }) => ({ at, isWhole: whole !== undefined && whole.malformed === 0 })),
  };
}

import type { EventRange } from '../../evidence/index.ts';
import { placeSince } from '../../ledger/index.ts';
import { type OcsfEvent, readEvents } from '../../siem/index.ts';
import { eventSource } from '../siem/run-siem.ts';
import { version } from '../version.ts';
import type { Installation } from '../wire.ts';

// What was recorded earlier may be logged a little later.
const latenessMs = 600_000;

/** The events of a stretch of time as lines; of one workspace with how its exchanges ended, where one is named. */
export async function eventLines(
  installation: Installation,
  { from, until, workspaceId }: EventRange,
): Promise<string> {
  const { tenancy, tenant } = installation;
  const source = eventSource(installation, version);
  const kept: OcsfEvent[] = [];
  let place = await placeSince(tenancy, tenant.id, from.toISOString());
  for (;;) {
    const { events, next } = await readEvents(source, tenant.id, place);
    kept.push(...events.filter(({ time }) => time >= from.getTime() && time < until.getTime()));
    const isPast = events.some(({ time }) => time > until.getTime() + latenessMs);
    if (next === place || isPast) break;
    place = next;
  }
  const wanted = workspaceId === undefined ? kept : ofWorkspace(kept, workspaceId);
  return wanted.map((event) => `${JSON.stringify(event)}\n`).join('');
}

// How an exchange ended names no workspace: it is told by what both have in common.
function ofWorkspace(events: readonly OcsfEvent[], workspaceId: string): readonly OcsfEvent[] {
  const naming = events.filter((event) => JSON.stringify(event).includes(workspaceId));
  const exchanges = new Set(naming.map(({ metadata }) => metadata.correlation_uid).filter((uid) => uid !== undefined));
  return events.filter((event) => naming.includes(event) || exchanges.has(event.metadata.correlation_uid ?? ''));
}

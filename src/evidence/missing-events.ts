import type { Delivery } from '../ledger/index.ts';

type Span = { readonly first: number; readonly last: number; readonly events: number };

// Where a client begins to count: some versions at 0, some at 1.
const beginning = 1;

/**
 * How many of a session's events no delivery holds, and how many there were. A client's process counts its events; one that
 * resumes a session is another process and counts anew. A beginning that is not there was before what is looked at.
 * @param deliveries the oldest first.
 */
export function missingEvents(deliveries: readonly Delivery[]): { readonly missing: number; readonly of: number } {
  const sums = processesOf(deliveries).map(missingOfProcess);
  const sum = (count: 'missing' | 'of'): number => sums.reduce((all, each) => all + each[count], 0);
  return { missing: sum('missing'), of: sum('of') };
}

function processesOf(deliveries: readonly Delivery[]): readonly (readonly Span[])[] {
  const processes: Span[][] = [];
  for (const { firstSequence: first, lastSequence: last, events } of deliveries) {
    if (first === undefined || last === undefined) continue;
    const running = processes.at(-1);
    if (!running || first <= beginning) processes.push([{ first, last, events }]);
    else running.push({ first, last, events });
  }
  return processes;
}

// Deliveries may overtake each other, and one that was not answered comes again.
function missingOfProcess(spans: readonly Span[]): { readonly missing: number; readonly of: number } {
  const ordered = spans.toSorted((one, other) => one.first - other.first || one.last - other.last);
  const [earliest] = ordered;
  if (!earliest) return { missing: 0, of: 0 };
  let [reached, missing, of] = [earliest.first - 1, 0, 0];
  for (const { first, last, events } of ordered) {
    if (last <= reached) continue;
    missing += Math.max(0, first - reached - 1);
    // One whose beginning was there already tells nothing of what is missing within it.
    if (first > reached) missing += Math.max(0, last - first + 1 - events);
    of += last - reached;
    reached = last;
  }
  return { missing, of };
}

import { type Books, type FollowedEntry, followLog } from '../ledger/index.ts';
import type { OcsfEvent } from './ocsf/event.ts';
import type { Names } from './ocsf/make-event.ts';
import { toOcsf } from './ocsf/to-ocsf.ts';

/** How events are made: of which log, with which names, and what they may tell. */
export type EventSource = {
  readonly books: Books;
  /** The pseudonyms of these persons and the names of these workspaces, asked anew for each page. */
  readonly namesOf: (tenantId: string, ids: MentionedIds) => Promise<Names>;
  readonly version: string;
  readonly hasPaths: boolean;
};

export type MentionedIds = { readonly persons: readonly string[]; readonly workspaces: readonly string[] };

/** The events of some entries, and the place after these. `missing`: entries the log does not keep any more. */
export type EventPage = { readonly events: readonly OcsfEvent[]; readonly next: number; readonly missing: number };

// So many entries are in memory at once, and are opened and mapped in one go: some milliseconds that requests wait for.
const pageEntries = 50;

/** Reads a page of a tenant's log from a place on, as events. At the end of the log its `next` is `from`. */
export async function readEvents(source: EventSource, tenantId: string, from: number): Promise<EventPage> {
  const { books, namesOf, version, hasPaths } = source;
  const { entries, next, missing } = await followLog(books, tenantId, { from, limit: pageEntries });
  if (entries.length === 0) return { events: [], next, missing };
  const names = await namesOf(tenantId, mentionedIn(entries));
  const events = entries.flatMap((entry) => toOcsf(entry, { tenantId, names, version, hasPaths }));
  return { events, next, missing };
}

function mentionedIn(entries: readonly FollowedEntry[]): MentionedIds {
  const persons = new Set<string>();
  const workspaces = new Set<string>();
  for (const { content } of entries) {
    if (typeof content === 'string') continue;
    const { personId, workspaceId } = 'sender' in content ? (content.sender ?? {}) : idsOf(content);
    if (personId !== undefined) persons.add(personId);
    if (workspaceId !== undefined) workspaces.add(workspaceId);
  }
  return { persons: [...persons], workspaces: [...workspaces] };
}

function idsOf(record: object): { readonly personId?: string; readonly workspaceId?: string } {
  return {
    ...('personId' in record && typeof record.personId === 'string' ? { personId: record.personId } : {}),
    ...('workspaceId' in record && typeof record.workspaceId === 'string' ? { workspaceId: record.workspaceId } : {}),
  };
}

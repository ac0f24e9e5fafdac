import { describeCause, OctroiError } from '../../base/index.ts';
import { type Catalogue, documentsToRead, type WatchReport, watchTerms } from '../../catalogue/index.ts';
import type { GatewayEvent } from '../../gateway/index.ts';
import { readArchive } from './read-archive.ts';

export type TermsWatchOptions = {
  readonly catalogue: () => Catalogue;
  /** Open Terms Archive version repositories: folders, bundles or addresses. */
  readonly archives: readonly string[];
  readonly everyMs: number;
  readonly tell: (event: GatewayEvent) => void;
  /** Reads the archives and compares; stands here for tests. */
  readonly watch?: (catalogue: Catalogue, archives: readonly string[]) => Promise<WatchReport>;
};

/**
 * Compares the catalogue's facts with the archives at once and then on schedule, and tells the operator of each fact whose
 * passage is gone, or came back. What it rests on stays in force until somebody imports a newer catalogue.
 * @returns ends the watch.
 */
export function startTermsWatch(options: TermsWatchOptions): () => void {
  const { catalogue, archives, everyMs, tell, watch = readAndWatch } = options;
  if (archives.length === 0) return () => {};
  const look = async (): Promise<void> => {
    try {
      const { facts, alarms } = await watch(catalogue(), archives);
      for (const { fact } of alarms) {
        const state = facts.find((reading) => reading.fact === fact)?.state ?? 'stale';
        tell({ kind: 'terms_changed', fact, state });
      }
    } catch (fault) {
      tell({ kind: 'terms_unread', code: fault instanceof OctroiError ? fault.code : describeCause(fault) });
    }
  };
  void look();
  const timer = setInterval(() => void look(), everyMs).unref();
  return () => clearInterval(timer);
}

async function readAndWatch(catalogue: Catalogue, places: readonly string[]): Promise<WatchReport> {
  const wanted = documentsToRead(catalogue);
  const archives = await Promise.all(places.map((place) => readArchive(place, wanted)));
  return watchTerms({ catalogue, archives, on: new Date() });
}

import { describeCause, OctroiError } from '../../base/index.ts';
import { type Catalogue, documentsToRead, type WatchReport, watchTerms } from '../../catalogue/index.ts';
import type { GatewayEvent } from '../../gateway/index.ts';
import { decisionsRestingOn, type Policy } from '../../policy/index.ts';
import { readArchive } from './read-archive.ts';
import { type Comparison, failedComparison, recordedComparison } from './recorded-comparison.ts';

type InForce = { readonly catalogue: Catalogue; readonly policy: Policy };

export type TermsWatchOptions = {
  readonly rules: () => InForce;
  /** Open Terms Archive version repositories: folders, bundles or addresses. */
  readonly archives: readonly string[];
  readonly everyMs: number;
  readonly tell: (event: GatewayEvent) => void;
  /** Makes what came of a comparison durable: the posture rests on it. */
  readonly record: (comparison: Comparison) => Promise<void>;
  readonly now: () => Date;
  /** Reads the archives and compares; stands here for tests. */
  readonly watch?: (rules: InForce, archives: readonly string[]) => Promise<WatchReport>;
};

/**
 * Compares the catalogue's facts with the archives at once and then on schedule, records what came of it, and tells the
 * operator of each fact whose passage is gone, or came back. What it rests on stays in force until somebody imports a newer
 * catalogue.
 * @returns ends the watch.
 */
export function startTermsWatch(options: TermsWatchOptions): () => void {
  if (options.archives.length === 0) return () => {};
  void look(options);
  const timer = setInterval(() => void look(options), options.everyMs).unref();
  return () => clearInterval(timer);
}

async function look({ rules, archives, everyMs, tell, record, now, watch = readAndWatch }: TermsWatchOptions) {
  const compared = rules();
  const { version } = compared.catalogue;
  // One comparison may fail, or be slow: only when a second is missing can nobody say that the first still holds.
  const holdsUntil = new Date(now().getTime() + 2 * everyMs).toISOString();
  const keep = (comparison: Comparison): Promise<void> =>
    record(comparison).catch((fault: unknown) => tell({ kind: 'fault', cause: codeOf(fault) }));
  try {
    const report = await watch(compared, archives);
    for (const { fact } of report.alarms) {
      const state = report.facts.find((reading) => reading.fact === fact)?.state ?? 'stale';
      tell({ kind: 'terms_changed', fact, state });
    }
    await keep(recordedComparison(report, holdsUntil));
  } catch (thrown) {
    const fault = codeOf(thrown);
    tell({ kind: 'terms_unread', code: fault });
    await keep(failedComparison({ version, holdsUntil, fault }));
  }
}

function codeOf(thrown: unknown): string {
  return thrown instanceof OctroiError ? thrown.code : describeCause(thrown);
}

async function readAndWatch({ catalogue, policy }: InForce, places: readonly string[]): Promise<WatchReport> {
  const wanted = documentsToRead(catalogue);
  const archives = await Promise.all(places.map((place) => readArchive(place, wanted)));
  const on = new Date();
  return watchTerms({ catalogue, archives, on, decisionsRestingOn: decisionsRestingOn(policy, catalogue, on) });
}

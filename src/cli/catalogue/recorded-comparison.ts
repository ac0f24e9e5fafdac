import type { FactReading, WatchReport } from '../../catalogue/index.ts';
import type { LostPassage, TermsWatched } from '../../ledger/index.ts';

/** What came of a comparison, without what every record has. */
export type Comparison = Omit<TermsWatched, 'kind' | 'id' | 'tenantId' | 'recordedAt'>;

// Terms have paragraphs of some hundred words. A record is no place for a whole page.
const longestParagraph = 4_000;
const mostParagraphs = 10;

/** A comparison that was made. Places of archives stay out of it: an address may carry a credential. */
export function recordedComparison(report: WatchReport, holdsUntil: string): Comparison {
  const states = Map.groupBy(report.facts, ({ state }) => state);
  return {
    catalogueVersion: report.catalogue,
    holdsUntil,
    archives: report.archives.map(({ collection = '', headAt, isOld }) => ({ collection, headAt, isOld })),
    facts: Object.fromEntries([...states].map(([state, facts]) => [state, facts.length])),
    alarms: report.alarms.flatMap(({ fact, answers, claims, decisions }) => {
      const reading = report.facts.find((one) => one.fact === fact);
      if (reading?.state !== 'stale' && reading?.state !== 'returned') return [];
      return [{ fact, state: reading.state, lost: lostPassages(reading), answers, claims, decisions }];
    }),
  };
}

/** One that could not be made. */
export function failedComparison({
  version,
  holdsUntil,
  fault,
}: {
  readonly version: string;
  readonly holdsUntil: string;
  readonly fault: string;
}): Comparison {
  return { catalogueVersion: version, holdsUntil, fault, archives: [], facts: {}, alarms: [] };
}

function lostPassages({ anchors }: FactReading): readonly LostPassage[] {
  return anchors
    .filter(({ state }) => state === 'gone')
    .map(({ collection, service, terms, lastGood, lostIn, changed, otherChanges }) => ({
      collection,
      service,
      terms,
      lastGoodAt: lastGood?.at ?? '',
      lostAt: lostIn?.at ?? '',
      changed: changed.slice(0, mostParagraphs).map(({ before, after }) => ({
        before: shortened(before),
        ...(after === undefined ? {} : { after: shortened(after) }),
      })),
      otherChanges: otherChanges + Math.max(0, changed.length - mostParagraphs),
    }));
}

function shortened(text: string): string {
  const wellFormed = text.toWellFormed();
  return wellFormed.length <= longestParagraph
    ? wellFormed
    : `${wellFormed.slice(0, longestParagraph)}…`.toWellFormed();
}

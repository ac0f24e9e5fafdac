import type { Succession } from '../schema/catalogue.ts';
import type { TermsArchive, TermsVersion } from './archive.ts';
import { namesOverTime } from './names.ts';

/** A version with whether its capture can be trusted. */
export type HistoryVersion = TermsVersion & { readonly service: string; readonly isCollapsed: boolean };

// A capture with less than half the words of the good one before it has lost the page, not the terms (an archived
// policy fell from 50,549 words to 10 and stayed there for months).
const leastShareOfWords = 0.5;

/**
 * The versions of a document in one archive, under every name it has had, in the order of their dates. Of a renamed
 * document the old name counts until the archive records the new one: the old folder stays there as it stood.
 */
export function historyOf(
  archive: TermsArchive,
  document: { readonly service: string; readonly terms: string },
  successions: readonly Succession[],
): readonly HistoryVersion[] {
  const spans = namesOverTime(document.service, successions).flatMap((service) => {
    const found = archive.documents.find((one) => one.service === service && one.terms === document.terms);
    return found ? [{ service, versions: found.versions.toSorted(byDate) }] : [];
  });
  const versions = spans.flatMap(({ service, versions: own }, index) => {
    const end = spans[index + 1]?.versions[0]?.at;
    return own.filter(({ at }) => end === undefined || at < end).map((version) => ({ ...version, service }));
  });
  return markCollapsed(versions.toSorted(byDate));
}

function byDate(one: TermsVersion, other: TermsVersion): number {
  if (one.at === other.at) return 0;
  return one.at < other.at ? -1 : 1;
}

function markCollapsed(versions: readonly (TermsVersion & { readonly service: string })[]): readonly HistoryVersion[] {
  let goodWords = 0;
  return versions.map((version) => {
    const isCollapsed = version.content.words < goodWords * leastShareOfWords;
    if (!isCollapsed) goodWords = version.content.words;
    return { ...version, isCollapsed };
  });
}

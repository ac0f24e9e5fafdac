import type { HistoryVersion } from './history.ts';
import { normaliseTerms } from './normalise.ts';
import { type ChangedParagraph, changedParagraphs, countChangedParagraphs } from './paragraphs.ts';

/** A version, named. */
export type VersionName = { readonly service: string; readonly commit: string; readonly at: string };

/**
 * What a document's history says of a passage.
 *
 * `stands`: the newest version has it. `gone`: a later version of the terms has not. `capture_broken`: the newest
 * capture has lost the page, so nothing is known. `scope_changed`: it went when the archive began to read the page
 * otherwise. `not_found`: no version has it. `not_recorded`: the archive holds no such document.
 */
export type PassageState = 'stands' | 'gone' | 'capture_broken' | 'scope_changed' | 'not_found' | 'not_recorded';

export type PassageReading = {
  readonly state: PassageState;
  /** When the oldest version that has it was recorded. */
  readonly since: string | undefined;
  /** The very first record has it already: it may be older. */
  readonly sinceIsLowerBound: boolean;
  /** When the document last changed in a word. */
  readonly lastChangedAt: string | undefined;
  readonly newest: VersionName | undefined;
  /** The last version that had it and the first that had not. */
  readonly lastGood: VersionName | undefined;
  readonly lostIn: VersionName | undefined;
  /** The paragraphs it stood in, beside what became of them, and how many others changed with them. */
  readonly changed: readonly ChangedParagraph[];
  readonly otherChanges: number;
  /** Times it was away in between: of captures that failed, mostly. */
  readonly gaps: number;
};

const nothing: PassageReading = {
  state: 'not_recorded',
  since: undefined,
  sinceIsLowerBound: false,
  lastChangedAt: undefined,
  newest: undefined,
  lastGood: undefined,
  lostIn: undefined,
  changed: [],
  otherChanges: 0,
  gaps: 0,
};

/** Reads a passage in a document's history, given in the order of its dates. */
export function readPassage(history: readonly HistoryVersion[], passage: string): PassageReading {
  const wanted = normaliseTerms(passage);
  const newest = history.at(-1);
  if (!newest) return nothing;
  const holds = holdsIn(wanted);
  const first = history.find(holds);
  const reading = { ...nothing, newest: nameOf(newest), lastChangedAt: lastChange(history)?.at };
  if (!first) return { ...reading, state: history.some((one) => !one.isCollapsed) ? 'not_found' : 'capture_broken' };
  const lastIndex = history.findLastIndex(holds);
  const since = { since: first.at, sinceIsLowerBound: first === history[0], gaps: countGaps(history, holds) };
  if (lastIndex === history.length - 1) return { ...reading, ...since, state: 'stands' };
  return { ...reading, ...since, ...readLoss(history, lastIndex, wanted) };
}

// Of the versions after the last that had the passage only good captures say that it went.
function readLoss(
  history: readonly HistoryVersion[],
  lastIndex: number,
  passage: string,
): Pick<PassageReading, 'state' | 'lastGood' | 'lostIn' | 'changed' | 'otherChanges'> {
  const last = history[lastIndex] as HistoryVersion;
  const lost = history.slice(lastIndex + 1).find(({ isCollapsed }) => !isCollapsed);
  if (!lost) {
    return { state: 'capture_broken', lastGood: nameOf(last), lostIn: undefined, changed: [], otherChanges: 0 };
  }
  const isScope = lost.kind === 'technical' || lost.sourceDocuments !== last.sourceDocuments;
  const changed = changedParagraphs(last.content.text, lost.content.text, passage);
  const all = countChangedParagraphs(last.content.text, lost.content.text);
  const shown = changed.reduce((sum, { after }) => sum + (after === undefined ? 1 : 2), 0);
  return {
    state: isScope ? 'scope_changed' : 'gone',
    lastGood: nameOf(last),
    lostIn: nameOf(lost),
    changed,
    otherChanges: Math.max(0, all - shown),
  };
}

function holdsIn(passage: string): (version: HistoryVersion) => boolean {
  const known = new Map<string, boolean>();
  return ({ content }) => {
    const found = known.get(content.digest) ?? content.normalised.includes(passage);
    known.set(content.digest, found);
    return found;
  };
}

function countGaps(history: readonly HistoryVersion[], holds: (version: HistoryVersion) => boolean): number {
  const from = history.findIndex(holds);
  const until = history.findLastIndex(holds);
  return history.slice(from, until).filter((version, index, all) => {
    const before = all[index - 1];
    return !holds(version) && before !== undefined && holds(before);
  }).length;
}

function lastChange(history: readonly HistoryVersion[]): HistoryVersion | undefined {
  return history.findLast((version, index) => version.content.digest !== history[index - 1]?.content.digest);
}

function nameOf({ service, commit, at }: HistoryVersion): VersionName {
  return { service, commit, at };
}

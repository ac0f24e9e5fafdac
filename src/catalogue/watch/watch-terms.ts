import { answersRestingOn } from '../compare.ts';
import type { Catalogue } from '../open-catalogue.ts';
import { dayOf, holdsOn } from '../schema/dated.ts';
import type { Anchor, Fact } from '../schema/fact.ts';
import type { TermsArchive } from './archive.ts';
import { historyOf } from './history.ts';
import { type PassageReading, readPassage } from './read-passage.ts';

export type WatchRequest = {
  readonly catalogue: Catalogue;
  readonly archives: readonly TermsArchive[];
  readonly on: Date;
  /** What decides by facts: the names of the decisions that rest on any of these. */
  readonly decisionsRestingOn?: ((factIds: readonly string[]) => readonly string[]) | undefined;
};

/**
 * `stands`: the newest versions have its passages. `stale`: one is gone, and somebody must read. `ended`: gone, as the
 * catalogue says. `returned`: the catalogue says it ended, yet the newest version has it. `unclear`: a broken capture,
 * another scope, or a passage that no version has. `unwatched`: no archive given holds its documents.
 */
export type WatchState = 'stands' | 'stale' | 'ended' | 'returned' | 'unclear' | 'unwatched';

export type AnchorReading = PassageReading & {
  readonly collection: string;
  readonly service: string;
  readonly terms: string;
  readonly region: Anchor['region'];
  readonly passage: string;
};

export type FactReading = {
  readonly fact: string;
  readonly state: WatchState;
  /** The oldest version of any archive given that has a passage of it. */
  readonly since: string | undefined;
  readonly sinceIsLowerBound: boolean;
  readonly anchors: readonly AnchorReading[];
};

export type ArchiveReading = {
  readonly place: string;
  readonly collection: string | undefined;
  readonly headAt: string;
  readonly headCommit: string;
  readonly ageDays: number;
  /** Nothing was recorded for so long that nobody can say it is still kept. */
  readonly isOld: boolean;
};

export type WatchReport = {
  readonly catalogue: string;
  readonly archives: readonly ArchiveReading[];
  readonly facts: readonly FactReading[];
  /** Facts that are stale or have returned, with what rests on them. */
  readonly alarms: readonly {
    readonly fact: string;
    readonly answers: readonly string[];
    readonly claims: readonly string[];
    readonly decisions: readonly string[];
  }[];
};

const archiveIsOldAfterDays = 60;

/** Reads every fact that has anchors in the archives given, and tells which still stand and what rests on those that do not. */
export function watchTerms(request: WatchRequest): WatchReport {
  const { catalogue, archives, on } = request;
  const facts = catalogue.data.vendors.flatMap((vendor) => vendor.facts).filter(({ anchors }) => anchors !== undefined);
  const known = archives.map((archive) => ({ archive, collection: collectionOf(archive, facts) }));
  const readings = facts.map((fact) => readFact(fact, known, request));
  return {
    catalogue: catalogue.version,
    archives: known.map(({ archive, collection }) => readArchive(archive, collection, on)),
    facts: readings,
    alarms: readings
      .filter(({ state }) => state === 'stale' || state === 'returned')
      .map(({ fact }) => ({
        fact,
        answers: answersRestingOn({ catalogue, on }, new Set([fact])),
        claims: catalogue.claims(on).flatMap((claim) => (claim.facts.includes(fact) ? [claim.id] : [])),
        decisions: request.decisionsRestingOn?.([fact]) ?? [],
      })),
  };
}

type KnownArchive = { readonly archive: TermsArchive; readonly collection: string | undefined };

// A collection is known by the versions it holds, whatever its folder is called; failing that, by its name.
function collectionOf(archive: TermsArchive, facts: readonly Fact[]): string | undefined {
  const commits = new Set(archive.documents.flatMap(({ versions }) => versions.map(({ commit }) => commit)));
  const anchors = facts.flatMap((fact): readonly Anchor[] => fact.anchors ?? []);
  return anchors.find(({ commit }) => commits.has(commit))?.collection ?? archive.namedCollection;
}

function readArchive(archive: TermsArchive, collection: string | undefined, on: Date): ArchiveReading {
  const ageDays = Math.floor((on.getTime() - new Date(archive.head.at).getTime()) / 86_400_000);
  return {
    place: archive.place,
    collection,
    headAt: archive.head.at,
    headCommit: archive.head.commit,
    ageDays,
    isOld: ageDays > archiveIsOldAfterDays,
  };
}

function readFact(fact: Fact, archives: readonly KnownArchive[], { catalogue, on }: WatchRequest): FactReading {
  const { successions } = catalogue.data;
  const readings = (fact.anchors ?? []).flatMap(({ service, terms, region, passage, collection: home }) =>
    archives.map(({ archive, collection = home }) => {
      const reading = readPassage(historyOf(archive, { service, terms }, successions), passage);
      return { home, anchor: { ...reading, collection, service, terms, region, passage } };
    }),
  );
  const recorded = readings.filter(({ anchor }) => anchor.state !== 'not_recorded');
  const own = recorded.filter(({ home, anchor }) => anchor.collection === home);
  // The collection a passage was read in has the word; another one, only where that was not given.
  const judging = own.length > 0 ? own : recorded.filter(({ anchor }) => anchor.state !== 'not_found');
  const anchors = recorded.map(({ anchor }) => anchor);
  const oldest = anchors.filter(({ since }) => since !== undefined).toSorted(bySince)[0];
  return {
    fact: fact.id,
    state: stateOf(
      judging.map(({ anchor }) => anchor),
      holdsOn(fact, dayOf(on)),
    ),
    since: oldest?.since,
    sinceIsLowerBound: oldest?.sinceIsLowerBound ?? false,
    anchors,
  };
}

function bySince(one: PassageReading, other: PassageReading): number {
  return (one.since ?? '') < (other.since ?? '') ? -1 : 1;
}

function stateOf(readings: readonly PassageReading[], isInForce: boolean): WatchState {
  const states = new Set(readings.map(({ state }) => state));
  if (states.size === 0) return 'unwatched';
  if (!isInForce) return states.has('stands') ? 'returned' : 'ended';
  if (states.has('gone')) return 'stale';
  return states.size === 1 && states.has('stands') ? 'stands' : 'unclear';
}

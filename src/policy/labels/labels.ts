import type { FindingFacts } from '../facts.ts';
import { parseGlob } from './glob.ts';
import { PathMatcher } from './path-matcher.ts';
import { pathForms } from './path-segments.ts';

/** A class of data, as `octroi.yaml` describes it. */
export type Label = {
  readonly name: string;
  readonly paths: readonly string[];
  /** Paths that its own `paths` do not cover after all. */
  readonly except: readonly string[];
  /** Detectors, kinds of finding or classes of finding that give a part at least this label. */
  readonly detectors: readonly string[];
  readonly needsZdr: boolean;
  readonly neverLeaves: boolean;
  readonly retention?: string | undefined;
};

/** Globs of one repository, in addition to the company's. Its root is where its `.octroi.yaml` stands. */
export type RepositoryLabels = { readonly root: string; readonly matcher: PathMatcher };

/** Each label has two bits in a matcher's answer: covered, and excepted. */
export const mostLabels = 15;

const mostPathsRemembered = 20_000;
// Paths come from clients: one that is no path of a file system is labelled, and not kept.
const longestPathRemembered = 1_024;

/** The labels of a company, the least sensitive first. A label is named here by its rank, which counts from 0. */
export class Labels {
  readonly all: readonly Label[];
  readonly #fallback: number;
  readonly #matcher = new PathMatcher();
  readonly #byDetector = new Map<string, number>();
  readonly #remembered = new Map<string, number>();

  /** @param all checked: at most 15, its globs readable, `fallback` among its names. */
  constructor(all: readonly Label[], fallback: string) {
    this.all = all;
    this.#fallback = this.rankOf(fallback);
    for (const [rank, label] of all.entries()) {
      addGlobs(this.#matcher, label.paths, coveredBit(rank));
      addGlobs(this.#matcher, label.except, exceptedBit(rank));
      for (const name of label.detectors) this.#byDetector.set(name, rank);
    }
  }

  /** The rank of a label. What bears a name that nobody knows is taken for the strictest. */
  rankOf(name: string): number {
    const rank = this.all.findIndex((label) => label.name === name);
    return rank === -1 ? this.all.length - 1 : rank;
  }

  /** The rank of the strictest label that covers a path; without path or glob, that of the default label. */
  ofPath(path: string | undefined, repository?: RepositoryLabels): number {
    if (path === undefined) return this.#fallback;
    const own = this.#ofPath(path);
    return repository === undefined ? own : Math.max(own, ofRepository(path, repository));
  }

  /** The rank of the strictest label that findings give, or 0. */
  ofFindings(findings: readonly FindingFacts[]): number {
    let rank = 0;
    for (const finding of findings)
      for (const name of [finding.detector, finding.kind, finding.class])
        rank = Math.max(rank, this.#byDetector.get(name) ?? 0);
    return rank;
  }

  #ofPath(path: string): number {
    const known = this.#remembered.get(path);
    if (known !== undefined) return known;
    const rank = isCut(path) ? this.all.length - 1 : (strictestOf(this.#matcher, path) ?? this.#fallback);
    if (this.#remembered.size >= mostPathsRemembered) this.#remembered.clear();
    if (path.length <= longestPathRemembered) this.#remembered.set(path, rank);
    return rank;
  }
}

export function addGlobs(matcher: PathMatcher, globs: readonly string[], bits: number): void {
  for (const text of globs) {
    const read = parseGlob(text);
    if (typeof read === 'string') throw new Error(`a glob came here unchecked: ${read}`);
    for (const glob of read) matcher.add(glob, bits);
  }
}

export function coveredBit(rank: number): number {
  return 1 << (2 * rank);
}

function exceptedBit(rank: number): number {
  return 2 << (2 * rank);
}

function strictest(bits: number): number | undefined {
  for (let rank = mostLabels - 1; rank >= 0; rank -= 1)
    if (bits & coveredBit(rank) && !(bits & exceptedBit(rank))) return rank;
  return undefined;
}

// Nobody knows what a path that was cut short names.
function isCut(path: string): boolean {
  return path.endsWith('…');
}

function strictestOf(matcher: PathMatcher, path: string): number | undefined {
  const ranks = pathForms(path).flatMap((form) => strictest(matcher.match(form)) ?? []);
  return ranks.length === 0 ? undefined : Math.max(...ranks);
}

// Paths of another folder are not the repository's business. One that names no root is taken for the repository's: what a
// command names from where it stands can only be judged too strictly so.
function ofRepository(path: string, { root, matcher }: RepositoryLabels): number {
  const below = (names: readonly string[]): number => strictest(matcher.match({ isAbsolute: true, names })) ?? 0;
  const forms = pathForms(path);
  const ranks = pathForms(root).flatMap((under) =>
    forms.flatMap(({ isAbsolute, names }) => {
      if (!isAbsolute) return [below(names)];
      return under.names.every((name, index) => names[index] === name) ? [below(names.slice(under.names.length))] : [];
    }),
  );
  return Math.max(0, ...ranks);
}

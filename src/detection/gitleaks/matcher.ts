import { RE2JS } from 're2js';
import { mostRead, mostSteps } from './backtracking.ts';
import { readPattern } from './pattern-tree.ts';
import { translatePattern } from './translate-pattern.ts';

/** A match: where it stands, and where each of its groups does; a group that took no part is undefined. */
export type Match = {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly ({ readonly start: number; readonly end: number } | undefined)[];
  /** Set for the rest of a window that took too long to read: all of it counts as found. */
  readonly isUnread?: true;
};

export type Matcher = {
  readonly kind: 'v8' | 're2';
  readonly groupCount: number;
  readonly matchAll: (window: string) => readonly Match[];
  /** Whether there is a match, which is told sooner than where. */
  readonly test: (text: string) => boolean;
};

// V8 takes about a nanosecond a step: 2 ms for a window of 4,096 places, whatever stands in it.
const mostStepsInV8 = 512;
// Larger programs are slow in re2js as well: its time is the length of the text times what is alive of the program.
const largestProgram = 1_100;

/**
 * A matcher that takes bounded time for any window: V8's engine where the pattern's form proves it, re2js otherwise.
 * Undefined when the pattern is no RE2; 'too large' when neither engine could keep its time.
 */
export function matcherOf(pattern: string): Matcher | 'too large' | undefined {
  const translated = translatePattern(pattern);
  const tree = translated === undefined ? undefined : readPattern(translated);
  const fast = tree && mostSteps(tree) <= mostStepsInV8 ? v8Matcher(translated ?? '') : undefined;
  return fast ?? re2Matcher(pattern, tree ? mostRead(tree) : Number.POSITIVE_INFINITY);
}

function v8Matcher(translated: string): Matcher | undefined {
  const compiled = compile(translated);
  if (!compiled) return undefined;
  return {
    kind: 'v8',
    groupCount: (new RegExp(`${compiled.source}|`).exec('')?.length ?? 1) - 1,
    matchAll: (window) => [...window.matchAll(compiled)].map((match) => toMatch(match)),
    test: (text) => text.search(compiled) !== -1,
  };
}

function compile(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'dg');
  } catch {
    return undefined; // Not written as JavaScript has it: the caller goes on with re2js, which reads Go's own syntax.
  }
}

function toMatch(match: RegExpExecArray): Match {
  const [whole, ...groups] = match.indices ?? [];
  return {
    start: whole?.[0] ?? 0,
    end: whole?.[1] ?? 0,
    groups: groups.map((group) => (group ? { start: group[0], end: group[1] } : undefined)),
  };
}

function re2Matcher(pattern: string, longest: number): Matcher | 'too large' | undefined {
  const compiled = compileRe2(pattern);
  if (!compiled) return undefined;
  const size = compiled.programSize();
  if (size > largestProgram) return 'too large';
  const passes = Math.min(32, Math.max(1, 1_024 / size));
  return {
    kind: 're2',
    groupCount: compiled.groupCount(),
    // Whether there is a match at all is told by an automaton in a tenth of a millisecond: most windows have none.
    matchAll: (window: string) => (compiled.test(window) ? re2Matches(compiled, window, { longest, passes }) : []),
    test: (text: string) => compiled.test(text),
  };
}

function compileRe2(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined; // The pattern is no RE2: the caller refuses the rule by name.
  }
}

type Reading = { readonly longest: number; readonly passes: number };

// Each search is linear, but may read to the window's end before it knows its match: thousands of them would be
// quadratic. So the windows' units are counted as often as they may have been read, and when they are read too often, the
// rest counts as found.
function re2Matches(compiled: RE2JS, window: string, { longest, passes }: Reading): readonly Match[] {
  const matcher = compiled.matcher(window);
  const matches: Match[] = [];
  let toRead = passes * window.length;
  let at = 0;
  while (toRead > 0 && matcher.find()) {
    const groups = Array.from({ length: matcher.groupCount() }, (_, index) => {
      const start = matcher.start(index + 1);
      return start < 0 ? undefined : { start, end: matcher.end(index + 1) };
    });
    matches.push({ start: matcher.start(), end: matcher.end(), groups });
    toRead -= Math.min(window.length - at, matcher.end() - at + longest);
    at = matcher.end();
  }
  return toRead > 0 ? matches : [...matches, { start: at, end: window.length, groups: [], isUnread: true }];
}

import { RE2JS } from 're2js';
import { translatePattern } from './translate-pattern.ts';

/** A match: where it stands, and where each of its groups does; a group that took no part is undefined. */
export type Match = {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly ({ readonly start: number; readonly end: number } | undefined)[];
};

export type Matcher = {
  readonly kind: 'v8' | 're2';
  readonly groupCount: number;
  readonly matchAll: (window: string) => readonly Match[];
};

/** A matcher on V8's engine: fast, but some patterns make it step back without end. Undefined when it cannot be written. */
export function v8Matcher(pattern: string): Matcher | undefined {
  const translated = translatePattern(pattern);
  const compiled = translated === undefined ? undefined : compile(translated);
  if (!compiled) return undefined;
  return {
    kind: 'v8',
    groupCount: (new RegExp(`${compiled.source}|`).exec('')?.length ?? 1) - 1,
    matchAll: (window) => [...window.matchAll(compiled)].map((match) => toMatch(match)),
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

/** A matcher whose time grows with the text and nothing else, some fifty times slower. Undefined when the pattern is no RE2. */
export function re2Matcher(pattern: string): Matcher | undefined {
  try {
    const compiled = RE2JS.compile(pattern);
    return { kind: 're2', groupCount: compiled.groupCount(), matchAll: (window) => re2Matches(compiled, window) };
  } catch {
    return undefined; // The pattern is no RE2: the caller refuses the rule by name.
  }
}

function re2Matches(compiled: RE2JS, window: string): readonly Match[] {
  const matcher = compiled.matcher(window);
  const matches: Match[] = [];
  while (matcher.find()) {
    const groups = Array.from({ length: matcher.groupCount() }, (_, index) => {
      const start = matcher.start(index + 1);
      return start < 0 ? undefined : { start, end: matcher.end(index + 1) };
    });
    matches.push({ start: matcher.start(), end: matcher.end(), groups });
  }
  return matches;
}

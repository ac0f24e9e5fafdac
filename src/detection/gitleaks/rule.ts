import type { WindowDetector } from '../detector.ts';
import { detectionError } from '../errors.ts';
import type { Span } from '../finding.ts';
import { lineEnd, lineStart } from '../reading/lines.ts';
import { entropy } from '../reading/wordiness.ts';
import { type Allowlist, isAllowed, type Judged } from './allowlist.ts';
import { type Milliseconds, withstands } from './attack.ts';
import { type Match, type Matcher, re2Matcher, v8Matcher } from './matcher.ts';
import { invalid, type Members } from './members.ts';
import { readAllowlist } from './read-allowlist.ts';
import { requiredWord } from './required-word.ts';

const known = [
  'id',
  'description',
  'regex',
  'keywords',
  'entropy',
  'secretGroup',
  'path',
  'tags',
  'allowlist',
  'allowlists',
];

export type RuleOptions = { readonly id: string; readonly shared: readonly Allowlist[]; readonly now: Milliseconds };

/** Makes the detector of one rule. */
export function detectorOfRule(members: Members, { id, shared, now }: RuleOptions): WindowDetector {
  members.expectOnly(known);
  const pattern = members.text('regex');
  if (members.text('id') === undefined) throw invalid(members.place, 'id');
  // A rule of a path alone flags a whole file, which is no stretch of a text.
  if (pattern === undefined)
    throw detectionError('detection_rule_unsupported', { ...members.place, construct: 'path without regex' });
  const keywords = keywordsOf(members, pattern);
  const matcher = chooseMatcher(members, { pattern, keywords, now });
  const group = members.number('secretGroup') ?? 0;
  if (group < 0 || group > matcher.groupCount) throw invalid(members.place, 'secretGroup');
  const least = members.number('entropy') ?? 0;
  const lists = [...shared, ...ownAllowlists(members)];
  const path = pathMatcher(members);
  return {
    id: `imported-${id}`,
    kind: 'imported_secret',
    class: 'secret',
    rank: 2,
    source: { url: 'about:operator' },
    keywords,
    findInWindow: (window) => matcher.matchAll(window).flatMap((match) => secretOf(match, window, { group, least })),
    isWanted: (text, span, at) => {
      if (path && (at === undefined || path.matchAll(at).length === 0)) return false;
      return !lists.some((list) => isAllowed(list, judged(text, span, at)));
    },
    examples: { catches: () => [], spares: () => [] },
  };

  function judged(text: string, span: Span, at: string | undefined): Judged {
    const lineAt = lineStart(text, span.start);
    const line = text.slice(lineAt, lineEnd(text, span.end));
    const match = matcher
      .matchAll(line)
      .find(({ start, end }) => lineAt + start <= span.start && span.end <= lineAt + end);
    return {
      secret: text.slice(span.start, span.end),
      match: match ? line.slice(match.start, match.end) : line,
      line,
      path: at,
    };
  }
}

// The engine looks only where a word stands; a rule without keywords gets the longest word its pattern cannot do without.
function keywordsOf(members: Members, pattern: string): readonly string[] {
  const keywords = members.texts('keywords').filter((keyword) => keyword !== '');
  if (keywords.length > 0) return keywords;
  const word = requiredWord(pattern);
  if (word === undefined)
    throw detectionError('detection_rule_unsupported', { ...members.place, construct: 'no keywords' });
  return [word];
}

type Choice = { readonly pattern: string; readonly keywords: readonly string[]; readonly now: Milliseconds };

// A repeated group that repeats within: the one shape whose time can double with each character.
const nested = /[+*}][?+]?\)(?:[+*]|\{\d+,)/;

function chooseMatcher(members: Members, { pattern, keywords, now }: Choice): Matcher {
  const fast = nested.test(pattern) ? undefined : v8Matcher(pattern);
  if (fast && withstands(fast, keywords, now)) return fast;
  const linear = re2Matcher(pattern);
  if (!linear) throw invalid(members.place, 'regex');
  if (!withstands(linear, keywords, now)) throw detectionError('detection_rule_too_slow', { ...members.place });
  return linear;
}

function ownAllowlists(members: Members): readonly Allowlist[] {
  const legacy = members.table('allowlist');
  const lists = members.tables('allowlists').map((table) => table.members(members.place));
  return [...(legacy ? [legacy] : []), ...lists].map(readAllowlist);
}

function pathMatcher(members: Members): Matcher | undefined {
  const pattern = members.text('path');
  if (pattern === undefined) return undefined;
  const matcher = re2Matcher(pattern);
  if (!matcher) throw invalid(members.place, 'path');
  return matcher;
}

type Wanted = { readonly group: number; readonly least: number };

function secretOf(match: Match, window: string, { group, least }: Wanted): readonly Span[] {
  const chosen = group > 0 ? match.groups[group - 1] : match.groups.find((each) => each && each.end > each.start);
  const span = chosen ?? { start: match.start, end: match.end };
  const secret = window.slice(span.start, span.end);
  return secret === '' || (least > 0 && entropy(secret) <= least) ? [] : [span];
}

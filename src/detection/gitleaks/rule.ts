import type { WindowDetector } from '../detector.ts';
import { detectionError } from '../errors.ts';
import type { Span } from '../finding.ts';
import { lineEnd, lineStart } from '../reading/lines.ts';
import { entropy } from '../reading/wordiness.ts';
import { type Allowlist, isAllowed, type Judged } from './allowlist.ts';
import { type Match, type Matcher, matcherOf } from './matcher.ts';
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

export type RuleOptions = { readonly id: string; readonly shared: readonly Allowlist[] };

/** Makes the detector of one rule. */
export function detectorOfRule(members: Members, { id, shared }: RuleOptions): WindowDetector {
  members.expectOnly(known);
  const pattern = members.text('regex');
  if (members.text('id') === undefined) throw invalid(members.place, 'id');
  // A rule of a path alone flags a whole file, which is no stretch of a text.
  if (pattern === undefined)
    throw detectionError('detection_rule_unsupported', { ...members.place, construct: 'path without regex' });
  const keywords = keywordsOf(members, pattern);
  const matcher = chooseMatcher(members, pattern);
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
      if (path && (at === undefined || !path.test(at))) return false;
      return !lists.some((list) => isAllowed(list, judged(text, span, at)));
    },
    examples: { catches: () => [], spares: () => [] },
  };

  function judged(text: string, span: Span, at: string | undefined): Judged {
    const lineAt = lineStart(text, span.start);
    const line = text.slice(lineAt, lineEnd(text, span.end));
    return {
      secret: text.slice(span.start, span.end),
      match: () => matchAround(line, { start: span.start - lineAt, end: span.end - lineAt }),
      line,
      path: at,
    };
  }

  // Looked for again near the secret alone: a line may hold a hundred of them.
  function matchAround(line: string, { start, end }: Span): string {
    const from = Math.max(0, start - nearby);
    const near = line.slice(from, end + nearby);
    const match = matcher.matchAll(near).find((each) => from + each.start <= start && end <= from + each.end);
    return match ? near.slice(match.start, match.end) : line;
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

function chooseMatcher(members: Members, pattern: string): Matcher {
  const matcher = matcherOf(pattern);
  if (!matcher) throw invalid(members.place, 'regex');
  if (matcher === 'too large') throw detectionError('detection_rule_too_slow', { ...members.place });
  return matcher;
}

function ownAllowlists(members: Members): readonly Allowlist[] {
  const legacy = members.table('allowlist');
  const lists = members.tables('allowlists').map((table) => table.members(members.place));
  return [...(legacy ? [legacy] : []), ...lists].map(readAllowlist);
}

function pathMatcher(members: Members): Matcher | undefined {
  const pattern = members.text('path');
  if (pattern === undefined) return undefined;
  const matcher = matcherOf(pattern);
  if (!matcher || matcher === 'too large') throw invalid(members.place, 'path');
  return matcher;
}

const nearby = 256;

type Wanted = { readonly group: number; readonly least: number };

function secretOf(match: Match, window: string, { group, least }: Wanted): readonly Span[] {
  if (match.isUnread) return [{ start: match.start, end: match.end }];
  const chosen = group > 0 ? match.groups[group - 1] : match.groups.find((each) => each && each.end > each.start);
  const span = chosen ?? { start: match.start, end: match.end };
  const secret = window.slice(span.start, span.end);
  return secret === '' || (least > 0 && entropy(secret) <= least) ? [] : [span];
}

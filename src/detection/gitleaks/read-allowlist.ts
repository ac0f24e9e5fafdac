import type { Allowlist } from './allowlist.ts';
import { type Matcher, matcherOf } from './matcher.ts';
import { invalid, type Members } from './members.ts';

const known = ['description', 'condition', 'regexTarget', 'regexes', 'paths', 'stopwords', 'targetRules', 'commits'];

/** Reads an allowlist. Its patterns run on findings alone. */
export function readAllowlist(members: Members): Allowlist {
  members.expectOnly(known);
  const condition = (members.text('condition') ?? 'OR').toUpperCase();
  const target = members.text('regexTarget') ?? 'secret';
  const isAnd = condition === 'AND' || condition === '&&';
  if (!isAnd && condition !== 'OR' && condition !== '||') throw invalid(members.place, 'condition');
  if (target !== 'secret' && target !== 'match' && target !== 'line' && target !== '')
    throw invalid(members.place, 'regexTarget');
  // A text on its way has no commit: such a list can never let it pass when all of its conditions have to hold.
  const isImpossible = isAnd && members.texts('commits').length > 0;
  return {
    condition: isAnd ? 'AND' : 'OR',
    regexTarget: target === '' ? 'secret' : target,
    regexes: isImpossible ? [] : members.texts('regexes').map((pattern) => allowedMatcher(pattern, members)),
    paths: isImpossible ? [] : members.texts('paths').map((pattern) => allowedMatcher(pattern, members)),
    stopwords: isImpossible ? [] : members.texts('stopwords').map((word) => word.toLowerCase()),
    targetRules: members.texts('targetRules'),
  };
}

function allowedMatcher(pattern: string, members: Members): Matcher {
  const matcher = matcherOf(pattern);
  if (!matcher || matcher === 'too large') throw invalid(members.place, 'regex');
  return matcher;
}

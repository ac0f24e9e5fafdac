import type { Matcher } from './matcher.ts';

/** What a rule or the whole file lets pass. */
export type Allowlist = {
  readonly condition: 'OR' | 'AND';
  readonly regexTarget: 'secret' | 'match' | 'line';
  readonly regexes: readonly Matcher[];
  readonly paths: readonly Matcher[];
  readonly stopwords: readonly string[];
  /** Rules that a list of the whole file is for; empty for all. */
  readonly targetRules: readonly string[];
};

export type Judged = {
  readonly secret: string;
  /** A function, since only few lists ask for it and it costs another look. */
  readonly match: () => string;
  readonly line: string;
  readonly path: string | undefined;
};

/** Whether a list lets a finding pass: one of its kinds of conditions holds, or all that it names. */
export function isAllowed(list: Allowlist, judged: Judged): boolean {
  const checks: boolean[] = [];
  if (list.regexes.length > 0) checks.push(list.regexes.some((regex) => matches(regex, targetOf(list, judged))));
  if (list.paths.length > 0)
    checks.push(list.paths.some((regex) => judged.path !== undefined && matches(regex, judged.path)));
  if (list.stopwords.length > 0) checks.push(list.stopwords.some((word) => judged.secret.toLowerCase().includes(word)));
  return checks.length > 0 && (list.condition === 'AND' ? checks.every(Boolean) : checks.some(Boolean));
}

function targetOf({ regexTarget }: Allowlist, judged: Judged): string {
  return regexTarget === 'match' ? judged.match() : judged[regexTarget];
}

function matches(matcher: Matcher, text: string): boolean {
  return matcher.test(text.slice(0, 4_096));
}

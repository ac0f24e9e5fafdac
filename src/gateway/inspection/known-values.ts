import type { Finding } from '../../detection/index.ts';

/** A value that was found in a conversation, and what it was found to be. */
export type KnownValue = Pick<Finding, 'detector' | 'kind' | 'class'> & { readonly value: string };

// Shorter or plainer ones are words as well: a database's password may be "postgres".
const shortestDistinct = 8;
const shortestRestored = 4;
const longestValue = 4_096;
const commonplace: ReadonlySet<string> = new Set(['birth_date', 'ipv4', 'ipv6', 'mac']);

/**
 * Whether a value is recognised without anything around it: because it is so much its own, or because it was put back
 * into an answer, and so is sure to come back bare.
 */
export function isRecognisable({ kind, value }: Pick<KnownValue, 'kind' | 'value'>, wasRestored = false): boolean {
  if (value.length > longestValue) return false;
  if (wasRestored) return value.length >= shortestRestored;
  return value.length >= shortestDistinct && !commonplace.has(kind) && /[^\p{L}]/u.test(value.trim());
}

/** What is learnt from a finding: its value, and the credentials within it, which come back without the rest. */
export function learntFrom(text: string, { start, end, inner = [], ...what }: Finding): readonly KnownValue[] {
  const within = inner.map((span) => ({ ...what, kind: 'password', value: text.slice(span.start, span.end) }));
  return [{ ...what, value: text.slice(start, end) }, ...within];
}

/** Two lists of findings of one text as one, in order: where two overlap they become one, of the kind the first list gives. */
export function united(findings: readonly Finding[], added: readonly Finding[]): readonly Finding[] {
  if (added.length === 0) return findings;
  const result: Finding[] = [];
  const found = new Set(findings);
  for (const finding of [...findings, ...added].toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1);
    if (!last || last.end <= finding.start) result.push(finding);
    else if (last.end < finding.end || found.has(finding))
      result[result.length - 1] = {
        ...(found.has(finding) ? finding : last),
        start: last.start,
        end: Math.max(last.end, finding.end),
      };
  }
  return result;
}

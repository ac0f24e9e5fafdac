import type { Finding } from '../../detection/index.ts';

/** A value that was found in a conversation, and what it was found to be. */
export type KnownValue = Pick<Finding, 'detector' | 'kind' | 'class'> & { readonly value: string };

// Shorter or plainer ones are words as well: a database's password may be "postgres".
const shortestValue = 8;
const commonplace: ReadonlySet<string> = new Set(['birth_date', 'ipv4', 'ipv6', 'mac']);

/** Whether a value is so much its own that it is recognised without anything around it. */
export function isDistinct({ kind, value }: Pick<KnownValue, 'kind' | 'value'>): boolean {
  return value.length >= shortestValue && !commonplace.has(kind) && /[^\p{L}]/u.test(value.trim());
}

const wordUnit = /[\p{L}\p{N}_]/u;

/**
 * Adds to the findings of a text where known values stand in it, whatever is around them: what was found once as
 * `password: …` comes back alone, in a command's output or in an edit.
 * @returns the findings in order and without overlap; the same array when nothing is added.
 */
export function withKnownValues(
  text: string,
  findings: readonly Finding[],
  values: Iterable<KnownValue>,
): readonly Finding[] {
  const added: Finding[] = [];
  for (const { value, detector, kind, class: of } of values) {
    for (let start = text.indexOf(value); start !== -1; start = text.indexOf(value, start + value.length)) {
      const end = start + value.length;
      const isWithinWord = wordUnit.test(text.charAt(start - 1)) || wordUnit.test(text.charAt(end));
      if (!isWithinWord) added.push({ detector, kind, class: of, start, end });
    }
  }
  return added.length === 0 ? findings : united(findings, added);
}

/** Two lists of findings of one text as one, in order: where two overlap they become one, of the kind the first list gives. */
export function united(findings: readonly Finding[], added: readonly Finding[]): readonly Finding[] {
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

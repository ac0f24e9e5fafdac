import type { KeywordDetector } from '../detector.ts';
import type { Span } from '../finding.ts';
import { hashOf, normalized, type ValueList } from './value-list.ts';

const wordUnit = /[\p{L}\p{N}]/u;

/**
 * Finds the values of a list by their hashes: every word with a digit in it, and words joined by a hyphen, point, slash or
 * space, are hashed when their length is one of the list's.
 *
 * A hash costs about 2 µs, so a text pays by its numbers, not by its length; a word is looked at once.
 */
export function listedValueDetector(list: ValueList): KeywordDetector {
  const salt = Buffer.from(list.salt, 'base64url');
  const longest = Math.max(0, ...list.lengths);
  return {
    id: `listed-${list.kind}`,
    kind: list.kind,
    class: 'dictionary',
    rank: 3,
    source: { url: 'about:operator' },
    // Any digit stands for all: values without a single digit belong into the dictionary of terms.
    keywords: ['0'],
    find: (text, start) => {
      // Only the first digit of a word asks; the others would ask the same again.
      if (start > 0 && /\d/.test(text.charAt(start - 1))) return undefined;
      const word = wordAround(text, start);
      if (/\d/.test(text.slice(word.start, start))) return undefined;
      return candidates(text, word, longest).find((span) => isListed(text.slice(span.start, span.end)));
    },
    examples: { catches: () => [], spares: () => [] },
  };

  function isListed(written: string): boolean {
    const value = normalized(written);
    return list.lengths.has(value.length) && list.hashes.has(hashOf(salt, value));
  }
}

function wordAround(text: string, at: number): Span {
  let start = at;
  while (start > 0 && at - start < 40 && wordUnit.test(text.charAt(start - 1))) start -= 1;
  let end = at;
  while (end < text.length && end - at < 41 && wordUnit.test(text.charAt(end))) end += 1;
  return { start, end };
}

// The word alone, and with up to three words behind it or one before it that a single joint ties to it; longest first.
function candidates(text: string, word: Span, longest: number): readonly Span[] {
  const starts = [word.start, before(text, word.start)];
  const ends = [word.end];
  for (let more = 0; more < 3; more += 1) {
    const end = after(text, ends.at(-1) ?? word.end);
    if (end - word.start > longest * 2) break;
    ends.push(end);
  }
  return ends.toReversed().flatMap((end) => starts.map((start) => ({ start, end })));
}

function after(text: string, end: number): number {
  if (!/[-./_ ]/.test(text.charAt(end)) || !wordUnit.test(text.charAt(end + 1))) return end;
  return wordAround(text, end + 1).end;
}

function before(text: string, start: number): number {
  if (!/[-./_ ]/.test(text.charAt(start - 1)) || !wordUnit.test(text.charAt(start - 2))) return start;
  return wordAround(text, start - 2).start;
}

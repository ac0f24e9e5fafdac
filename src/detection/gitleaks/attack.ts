import type { Matcher } from './matcher.ts';

/** A clock in milliseconds, handed in: `performance.now`. */
export type Milliseconds = () => number;

const windowLength = 4_096;
const sizes = [12, 16, 20, 24, 28, 32, 64, 128, 512, 2_048, windowLength];
const slowestMs = 25;

const fillers = ['a', '0', 'A1b2', ' ', '-', '_', '=', '"', '.', '/', 'ab ', '\n', '= "', 'aA0-_'];

/**
 * Whether a matcher stays fast on texts made to slow it down: its keywords in floods, and followed by rows of characters.
 *
 * Sizes grow in small steps and the attack ends at the first slow one, so that a pattern whose time doubles with each
 * character is caught before it hangs.
 */
export function withstands(matcher: Matcher, keywords: readonly string[], now: Milliseconds): boolean {
  for (const keyword of keywords)
    for (const filler of [...fillers, keyword, `${keyword} `, `${keyword}=`])
      for (const end of ['', '!', ' \n'])
        if (
          !isFast(
            matcher,
            (size) => `${keyword}${filler.repeat(Math.ceil(size / filler.length))}`.slice(0, size) + end,
            now,
          )
        )
          return false;
  return true;
}

function isFast(matcher: Matcher, textOf: (size: number) => string, now: Milliseconds): boolean {
  return sizes.every((size) => {
    const text = textOf(size);
    const began = now();
    matcher.matchAll(text);
    // A second look only when the first was slow: the machine may have been busy.
    if (now() - began <= slowestMs) return true;
    const again = now();
    matcher.matchAll(text);
    return now() - again <= slowestMs;
  });
}

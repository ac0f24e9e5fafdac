import type { KeywordDetector, Source } from '../../detector.ts';
import type { Span } from '../../finding.ts';
import { entropy } from '../../reading/wordiness.ts';

/** A vendor's token as its documentation describes it. */
export type TokenFormat = {
  readonly id: string;
  /** Fixed pieces of it. The pattern is tried where one stands. */
  readonly keywords: readonly string[];
  /** The whole token, as a pattern's source; case counts. What is captured, if anything, is the secret in it. */
  readonly pattern: string;
  /** How many units the token begins before the keyword, at the most and at the least; 0 when the keyword is its beginning. */
  readonly before?: readonly [most: number, least: number];
  /** The keyword is a part of a name, which may have begun before it: `MY_JENKINS_TOKEN=`. */
  readonly isInName?: boolean;
  /** A check that the pattern cannot make, such as a checksum. */
  readonly isValid?: (token: string) => boolean;
  /** Where this format is documented, when that is not where the vendor's others are. */
  readonly source?: Source;
  /** A fake one, made at run time; may be a text with the token between « and ». */
  readonly example: () => string;
  readonly spares?: () => readonly string[];
};

export type Vendor = {
  readonly name: string;
  readonly url: string;
  /** The day the page was read. */
  readonly readOn?: string;
  readonly tokens: readonly TokenFormat[];
};

/** Makes the detectors of one vendor; their findings share a kind, so that placeholders stay short. */
export function vendor({ name, url, readOn, tokens }: Vendor): readonly KeywordDetector[] {
  const source = readOn === undefined ? { url } : { url, readOn };
  return formats({ kind: `${name}_token`, source, tokens });
}

/** Makes detectors of values that have a form of their own, all of one kind. */
export function formats({
  kind,
  source,
  tokens,
}: {
  readonly kind: string;
  readonly source: Source;
  readonly tokens: readonly TokenFormat[];
}): readonly KeywordDetector[] {
  return tokens.map((token) => ({
    id: token.id,
    kind,
    class: 'secret',
    rank: 3,
    source: token.source ?? source,
    keywords: token.keywords,
    find: finderOf(token),
    examples: { catches: () => [marked(token.example())], spares: token.spares ?? (() => []) },
  }));
}

function marked(example: string): string {
  return example.includes('«') ? example : `x = "«${example}»"`;
}

function finderOf(token: TokenFormat): KeywordDetector['find'] {
  const { pattern, before: [most, least] = [0, 0], isValid = () => true, isInName = false } = token;
  const anchored = new RegExp(pattern, 'dy');
  return (text, start) => {
    for (let back = most; back >= least; back -= 1) {
      if (start < back || !(isInName || isBoundary(text, start - back))) continue;
      anchored.lastIndex = start - back;
      const found = accepted(anchored.exec(text), isValid);
      if (found) return found;
    }
    return undefined;
  };
}

// A token does not begin inside a word; behind an escape such as \n it does.
function isBoundary(text: string, start: number): boolean {
  if (!isWordUnit(text.charCodeAt(start))) return true;
  const before = text.charCodeAt(start - 1);
  if (!isWordUnit(before)) return true;
  return 'nrtbf'.includes(text.charAt(start - 1)) && text.charAt(start - 2) === '\\';
}

function isWordUnit(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f
  );
}

function accepted(match: RegExpExecArray | null, isValid: (token: string) => boolean): Span | undefined {
  if (!match) return undefined;
  const [start, end] = match.indices?.[1] ?? match.indices?.[0] ?? [0, 0];
  const token = match[1] ?? match[0];
  if (isDocumentation(token) || !isValid(token)) return undefined;
  return { start, end };
}

// What vendors print in their manuals in place of a token: words, rows of one character, the alphabet.
const documentation =
  /example|xxxx|\.\.\.|\*\*\*|your|placeholder|redacted|0123456789|123456789012|abcdefghij|([^A])\1{7}/i;

function isDocumentation(token: string): boolean {
  return documentation.test(token) || entropy(token) < 2.3;
}

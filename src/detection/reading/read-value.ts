import type { Span } from '../finding.ts';
import type { Form } from './separator.ts';

/** A value as it stands in a text: its bounds, whether quotes bound it, and what follows them. */
export type Value = Span & {
  readonly text: string;
  readonly isQuoted: boolean;
  /** The first unit behind the value (and its quote). */
  readonly after: number;
};

const maxLength = 512;
// Longer ones are read only as far as they are made like tokens: no sign in them could begin another assignment, so that
// no stretch of a text is read twice.
const maxTokenLength = 16_384;
const restOfToken = /[\w.+/~!@#$%^&*-]+={0,2}/y;

function limitOf(text: string, start: number): number {
  const limit = start + maxLength;
  if (limit >= text.length) return text.length;
  restOfToken.lastIndex = limit;
  return restOfToken.test(text) ? Math.min(restOfToken.lastIndex + 1, start + maxTokenLength) : limit;
}

// A header's scheme stands before its value: Authorization: Bearer x.
const scheme = /(?:Bearer|Token|token|ApiKey|Apikey|GenieKey|SSWS)[ ]+(?=[^\s"'])/y;

/** Reads the value that begins at `at`, quoted or bare; undefined when there is none. */
export function readValue(text: string, at: number, form: Form): Value | undefined {
  if (form === 'element') return readElementText(text, at);
  scheme.lastIndex = at;
  const behindScheme = scheme.test(text) ? scheme.lastIndex : at;
  const begin = passWrapping(text, behindScheme);
  const quote = readQuote(text, begin);
  if (quote) return readQuoted(text, quote.end, quote.closing);
  if (form === 'argument' || form === 'call' || form === 'statement') return undefined;
  return readBare(text, behindScheme, form);
}

// A line break before a quoted value; brackets of a list; string prefixes; constructors around a literal; a fallback
// behind a variable: process.env.X || 'value'.
const wrapping =
  /(?:\s{0,60}(?=["'`]|\\["']))?(?:\{\s{0,20}["']?value["']?\s{0,4}:\s{0,4}(?=["'`])|[[({]\s{0,20}(?=["'`]))?(?:[bBuUrRfFLN@$&*]{1,2}(?=["'`]))?(?:(?:new )?(?:String(?:::from|\.valueOf)?|Some|Secret(?:String|Str)?(?:::new|::from)?|Buffer\.from|bytes?|b64decode|base64\.b64decode|base64_decode|atob|\[\]byte|[A-Za-z.]{0,20}toBytes|Bytes::from|str|encrypt|decrypt|wrap|SecureString|ConvertTo-SecureString(?: -String)?)\(?[ \t]?(?=["'`])b?)?/y;
const fallback =
  /(?:<%=?[ \t]{0,4})?[A-Za-z_$][\w.$?]{0,60}(?:\[["']\w{1,40}["']\]|\(["']\w{1,40}["']\))?[ \t]{1,4}(?:\|\||\?\?|or|\?:|\{)[ \t]{1,4}(?=["'`])/y;

function passWrapping(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x22 || code === 0x27) return at;
  fallback.lastIndex = at;
  if (fallback.test(text)) return fallback.lastIndex;
  wrapping.lastIndex = at;
  return wrapping.test(text) ? wrapping.lastIndex : at;
}

const opening = /\\{1,3}["']|"""|'''|["'`]|&quot;|&#39;|[“«]\s?/y;

function readQuote(text: string, at: number): { readonly end: number; readonly closing: string } | undefined {
  opening.lastIndex = at;
  if (!opening.test(text)) return undefined;
  const end = opening.lastIndex;
  const quote = text.slice(at, end).trim();
  return { end, closing: quote === '“' ? '”' : quote === '«' ? '»' : quote };
}

const doubled = /^''[\w!@#$%^&*+-]$/;

function readQuoted(text: string, start: number, closing: string): Value | undefined {
  let limit = Math.min(text.length, start + maxLength);
  for (let at = start; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    // A quote inside, doubled as SQL and YAML do.
    if (closing === "'" && at > start && doubled.test(text.slice(at, at + 3))) at += 2;
    if (text.startsWith(closing, at))
      return valueOf(text, { start, end: at, after: at + closing.length, isQuoted: true });
    if (code === 0x5c) at += 1;
    else if (code === 0x0a) return undefined;
    if (at === limit - 1 && limit === start + maxLength) limit = limitOf(text, start);
  }
  return undefined;
}

function readElementText(text: string, at: number): Value | undefined {
  const limit = Math.min(text.length, at + maxLength);
  let start = at;
  while (start < limit && text.charCodeAt(start) <= 0x20) start += 1;
  let end = start;
  while (end < limit && text.charCodeAt(end) !== 0x3c && text.charCodeAt(end) > 0x20) end += 1;
  const closes = /(?:\]\]>)?\s{0,80}<\//y;
  closes.lastIndex = end;
  if (!closes.test(text)) return undefined;
  const isCdata = text.endsWith(']]>', end) && end - 3 > start && text.slice(end - 3, end) === ']]>';
  return valueOf(text, { start, end: isCdata ? end - 3 : end, after: end, isQuoted: true });
}

// Where a bare value ends besides white space, by what it hangs on: a query's `&`, a list's `,`, a table's `|`.
function readBare(text: string, at: number, form: Form): Value | undefined {
  let limit = Math.min(text.length, at + maxLength);
  let end = at;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (code <= 0x20 || code === 0xa0 || code === 0x22 || code === 0x60 || code === 0x3c) break;
    if (form === 'cell' && code === 0x7c) break;
    end += 1;
    if (end === limit && limit === at + maxLength) limit = limitOf(text, at);
  }
  if (end === limit && limit < text.length) return undefined;
  return valueOf(text, { start: at, end: withoutEnding(text, at, end), after: end, isQuoted: false });
}

// What ends a sentence, a statement or a list's member is no part of a bare value; nor is a bracket that it did not open.
function withoutEnding(text: string, start: number, from: number): number {
  let end = from;
  while (end > start) {
    const last = text.charAt(end - 1);
    const isEnding =
      last === ',' || last === ';' || last === "'" || last === '\\' || (last === '.' && from - start > 1);
    const opens = last === ')' ? '(' : last === ']' ? '[' : last === '}' ? '{' : '';
    const isUnopened = opens !== '' && !text.slice(start, end).includes(opens);
    if (!isEnding && !isUnopened) break;
    end -= 1;
  }
  return end;
}

function valueOf(
  text: string,
  { start, end, after, isQuoted }: Span & { readonly after: number; readonly isQuoted: boolean },
): Value | undefined {
  return end > start ? { start, end, after, isQuoted, text: text.slice(start, end) } : undefined;
}

/*
 * What the fonts that Typst brings can show: Latin, Greek and Cyrillic letters, and the signs of typesetting. PDF/A refuses
 * a letter that no font shows, so that a name in another script would keep a whole document from being made.
 */
const shown =
  /[\n\u0020-\u007E\u00A0-\u017F\u0218-\u021B\u0386\u0388-\u038A\u038C\u038E-\u03A1\u03A3-\u03CE\u0400-\u045F\u2010-\u2015\u2018-\u201E\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203A\u20AC\u2122\u2190-\u2193\u2212\u2260\u2264\u2265]/u;

/** A text as a document can show it: what no font has stands as its code point (`⟨U+6F22⟩` with plain brackets). */
export function printable(text: string): string {
  return [...text.normalize('NFC').toWellFormed()]
    .map((sign) => (shown.test(sign) ? sign : `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}]`))
    .join('');
}

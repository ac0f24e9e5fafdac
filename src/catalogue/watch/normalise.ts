/*
 * The archives record a version whenever a byte differs, and most of those bytes mean nothing: link targets that rotate,
 * Markdown marks, kinds of spaces and quotation marks, the order of a date. 689 recorded versions of one policy were 17
 * texts. What is compared here is what a reader reads.
 */
const dayOrders = [
  /\b(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})\b/g,
  /\b(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>[a-z]{3,9})\.?,? (?<year>\d{4})\b/g,
];
const months = 'january february march april may june july august september october november december'.split(' ');

/** A text of terms as its words alone, in small letters, one space between. */
export function normaliseTerms(markdown: string): string {
  return dayOrders.reduce(
    (text, order) => text.replace(order, isoDate),
    withoutMarks(withoutTargets(markdown)).toLowerCase(),
  );
}

/** A text without what its links point at: cheap, and most versions differ in nothing else. */
export function withoutTargets(markdown: string): string {
  return markdown
    .replace(/\]\((?:[^()]|\([^()]*\))*\)/g, ']')
    .replace(/\]\[[^\]]*\]/g, ']')
    .replace(/<?https?:\/\/[^\s)>\]]+>?/g, '');
}

function withoutMarks(markdown: string): string {
  return markdown
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u2018\u2019\u201a\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb\u2033]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d+\\?\.[ \t]+)+/gm, '')
    .replace(/^[-=_*|: \t]+$/gm, '')
    .replace(/!(?=\[)|[[\]]/g, '')
    .replace(/\\([^\s\w])/g, '$1')
    .replace(/[*`|~]|(?<!\w)_+|_+(?!\w)/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ (?=[.,;:!?)])|(?<=\() /g, '')
    .trim();
}

// Called by `replace`: the match first, the named groups last.
function isoDate(all: string, ...rest: readonly unknown[]): string {
  const { month = '', day = '', year = '' } = rest.at(-1) as Readonly<Record<string, string>>;
  const index = months.findIndex((name) => name === month || name.slice(0, 3) === month);
  return index === -1 ? all : `${year}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

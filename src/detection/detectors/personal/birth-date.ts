import type { KeywordDetector } from '../../detector.ts';
import type { Span } from '../../finding.ts';
import { cellsUnder, valuesUnder } from '../../reading/table-cells.ts';

const months =
  'janvier|fevrier|février|mars|avril|mai|juin|juillet|aout|août|septembre|octobre|novembre|decembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|janv|févr|fev|juil';
const date = String.raw`(?:(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:(?:19|20)\d\d|\d\d)|(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/(?:19|20)\d\d|(?:0?[1-9]|[12]\d|3[01])(?:er|st|nd|rd|th)?(?: of)? (?:${months})\.?,? (?:19|20)\d\d|(?:${months})\.? (?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,? (?:19|20)\d\d|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)`;

const label = /naiss|\bne(?:e)?_?le\b|birth|\bdob\b|geburt|nacimiento|nascita|geboorte|anniversaire/;
const gap = /(?:[a-z_ ]{0,24}|\(e\) le)["')\]]{0,3}\s{0,3}[:=>|,;-]{0,2}\s{0,3}(?:le |on |the )?["'(]?/iy;
const dateAt = new RegExp(date, 'iy');

/** Dates of birth: any way of writing a date, behind a word or under a column that says so. */
export const birthDate: KeywordDetector = {
  id: 'birth-date',
  kind: 'birth_date',
  class: 'personal',
  rank: 3,
  source: { url: 'https://www.cnil.fr/fr/definition/donnee-personnelle' },
  keywords: [
    'naissance',
    'naiss',
    'ne le',
    'nee le',
    'ne(e) le',
    'ne_le',
    'birth',
    'dob',
    'born',
    'geburtsdatum',
    'geboren',
    'nacimiento',
    'nascita',
    'geboorte',
    'insert into',
  ],
  find: (text, start, end) => {
    // A file's birthtime, somebody's birthplace.
    if (/^_?(?:time|place)/i.test(text.slice(end, end + 6))) return undefined;
    if (
      /[A-Za-z]/.test(text.charAt(start - 1)) &&
      text.charAt(start) === text.charAt(start).toLowerCase() &&
      !/birth|naiss/i.test(text.slice(start, end))
    )
      return undefined;
    const direct = dateAfter(text, end);
    if (direct) return direct;
    const cells = [...valuesUnder(text, start, label), ...cellsUnder(text, start, label)];
    return cells.filter((cell) => isDate(text.slice(cell.start, cell.end)));
  },
  examples: {
    catches: () => [
      'né le «14/03/1982» à Lyon',
      '"date_of_birth": "«1975-11-02»"',
      'Date de naissance : «3 mars 1990»',
      'nom;date_naissance\nDupont;«12/05/1969»\n',
      "INSERT INTO p (id, birth_date) VALUES (1, '«1988-07-19»');",
    ],
    spares: () => ['born to run', 'birthday: required', 'created 14/03/1982', 'dob: null'],
  },
};

function dateAfter(text: string, end: number): Span | undefined {
  gap.lastIndex = end;
  if (!gap.test(text)) return undefined;
  for (let at = gap.lastIndex; at >= end; at -= 1) {
    dateAt.lastIndex = at;
    if (dateAt.test(text) && !/[\w]/.test(text.charAt(at - 1).replace(/[e ]/, '')))
      return { start: at, end: dateAt.lastIndex };
  }
  return undefined;
}

function isDate(written: string): boolean {
  dateAt.lastIndex = 0;
  return dateAt.test(written) && dateAt.lastIndex >= written.length - 9;
}

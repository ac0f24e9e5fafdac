import type { KeywordDetector } from '../../detector.ts';
import { isInsideWord } from '../../reading/context.ts';

// The month's letter between the year and the day.
const months = [...'abcdehlmprst'];

/** Italy: codice fiscale, sixteen characters of which the last is a check letter. */
export const codiceFiscale: KeywordDetector = {
  id: 'codice-fiscale',
  kind: 'codice_fiscale',
  class: 'personal',
  rank: 3,
  source: {
    url: 'https://learn.microsoft.com/en-us/purview/sit-defn-italy-fiscal-code',
    readOn: '2026-11-26',
  },
  keywords: months.map((month) => `00${month}00`),
  find: (text, start) => {
    const span = { start: start - 6, end: start + 10 };
    const code = text.slice(Math.max(0, span.start), span.end).toUpperCase();
    if (!shape.test(code) || isInsideWord(text, span.start, span.end)) return undefined;
    return checkLetter(code.slice(0, 15)) === code.at(15) ? span : undefined;
  },
  examples: {
    catches: () => [`CF: «${withCheck('RSSMRA85T10A562')}»`],
    spares: () => ['CF: RSSMRA85T10A562A'],
  },
};

const shape = /^[A-Z]{6}\d{2}[ABCDEHLMPRST]\d{2}[A-Z]\d{3}[A-Z]$/;
const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

function checkLetter(body: string): string {
  let sum = 0;
  for (let at = 0; at < body.length; at += 1) {
    const code = body.charCodeAt(at);
    const value = code < 0x41 ? code - 0x30 : code - 0x41;
    sum += at % 2 === 0 ? (odd[value] ?? 0) : value;
  }
  return String.fromCharCode(0x41 + (sum % 26));
}

function withCheck(body: string): string {
  return `${body}${checkLetter(body)}`;
}

import { remainder } from '../../checks/checksums.ts';
import type { KeywordDetector } from '../../detector.ts';
import { isInsideWord } from '../../reading/context.ts';

// Length of an IBAN by country: SWIFT's IBAN registry.
const lengths: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BI: 27,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DJ: 27,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FK: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  LY: 25,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MN: 20,
  MR: 27,
  MT: 31,
  MU: 30,
  NI: 28,
  NL: 18,
  NO: 15,
  OM: 23,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  RU: 33,
  SA: 24,
  SC: 31,
  SD: 18,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  SO: 23,
  ST: 25,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
};

/** IBAN: the country's length, and ISO 7064 MOD 97-10. The country's letters and two digits are the keyword. */
export const iban: KeywordDetector = {
  id: 'iban',
  kind: 'iban',
  class: 'personal',
  rank: 3,
  source: {
    url: 'https://learn.microsoft.com/en-us/purview/sit-defn-international-banking-account-number',
    readOn: '2026-11-26',
  },
  keywords: Object.keys(lengths).map((country) => `${country.toLowerCase()}00`),
  find: (text, start) => {
    written.lastIndex = start;
    const found = written.exec(text)?.[0];
    if (!found) return undefined;
    const length = lengths[found.slice(0, 2).toUpperCase()] ?? 0;
    const end = start + unitsOf(found, length);
    const compact = text
      .slice(start, end)
      .replace(/[^A-Za-z0-9]/g, '')
      .toUpperCase();
    if (compact.length !== length || isInsideWord(text, start, end)) return undefined;
    return isWrittenAsOne(text.slice(start, end)) && isValid(compact) ? { start, end } : undefined;
  },
  examples: {
    catches: () => [
      `IBAN «${withCheck('FR', '20041010050500013M02606')
        .replace(/(.{4})/g, '$1 ')
        .trim()}»`,
      `"iban":"«${withCheck('DE', '500105175407324931')}»"`,
      `«${withCheck('GB', 'NWBK60161331926819')
        .replace(/(.{4})/g, '$1 ')
        .trim()}», merci`,
    ],
    spares: () => ['FR76 3000 6000 0112 3456 7890 188', 'de00 is a word'],
  },
};

const written = /[A-Za-z]{2}\d{2}(?:[ \u00a0\u202f.-]?[A-Za-z0-9]){11,40}/y;

// Groups are written in capitals; `is404 flag for …` is a sentence. Seven digits or more in any country's.
function isWrittenAsOne(text: string): boolean {
  return !/[a-z]/.test(text) ? (text.match(/\d/g)?.length ?? 0) >= 7 : /^[a-z0-9]+$/i.test(text) && /\d{7}/.test(text);
}

// How many units hold the first `length` letters and digits.
function unitsOf(text: string, length: number): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (/[A-Za-z0-9]/.test(text.charAt(at))) count += 1;
    if (count === length) return at + 1;
  }
  return text.length;
}

function isValid(compact: string): boolean {
  return remainder(toDigits(compact.slice(4) + compact.slice(0, 4)), 97) === 1 && !/^..\d\d0+$/.test(compact);
}

function toDigits(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
}

function withCheck(country: string, account: string): string {
  const check = 98 - remainder(toDigits(`${account}${country}00`), 97);
  return `${country}${String(check).padStart(2, '0')}${account}`;
}

import { isLuhn, isMod11_10, remainder, weightedSum } from '../../checks/checksums.ts';
import { numberDetector } from './number.ts';

type Form = { readonly shape: RegExp; readonly isValid?: (body: string) => boolean };

// Form and check of each member state's number, without the two letters of the country.
// https://ec.europa.eu/taxation_customs/vies/#/faq (question 11).
const forms: Readonly<Record<string, Form>> = {
  AT: { shape: /^U\d{8}$/, isValid: (body) => isAustrian(body.slice(1)) },
  BE: { shape: /^[01]\d{9}$/, isValid: (body) => 97 - remainder(body.slice(0, 8), 97) === Number(body.slice(8)) },
  BG: { shape: /^\d{9,10}$/ },
  CY: { shape: /^\d{8}[A-Z]$/ },
  CZ: { shape: /^\d{8,10}$/ },
  DE: { shape: /^[1-9]\d{8}$/, isValid: isMod11_10 },
  DK: { shape: /^\d{8}$/, isValid: (body) => weightedSum(body, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 },
  EE: { shape: /^\d{9}$/, isValid: (body) => weightedSum(body, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 },
  EL: { shape: /^\d{9}$/, isValid: isGreek },
  ES: { shape: /^(?:[A-HJNP-SUVW]\d{7}[0-9A-J]|[XYZ]?\d{7,8}[A-Z])$/ },
  FI: { shape: /^\d{8}$/, isValid: (body) => weightedSum(body, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0 },
  FR: { shape: /^[0-9A-HJ-NP-Z]{2}\d{9}$/, isValid: isFrench },
  GB: { shape: /^\d{9}(?:\d{3})?$/ },
  HR: { shape: /^\d{11}$/, isValid: isMod11_10 },
  HU: { shape: /^\d{8}$/, isValid: (body) => weightedSum(body, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0 },
  IE: { shape: /^\d{7}[A-W][A-I]?$|^\d[A-Z]\d{5}[A-W]$/ },
  IT: { shape: /^\d{11}$/, isValid: isLuhn },
  LT: { shape: /^(?:\d{9}|\d{12})$/ },
  LU: { shape: /^\d{8}$/, isValid: (body) => Number(body.slice(0, 6)) % 89 === Number(body.slice(6)) },
  LV: { shape: /^\d{11}$/ },
  MT: { shape: /^\d{8}$/, isValid: (body) => weightedSum(body, [3, 4, 6, 7, 8, 9, 10, 1]) % 37 === 0 },
  NL: { shape: /^\d{9}B\d{2}$/ },
  PL: { shape: /^\d{10}$/, isValid: (body) => weightedSum(body, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(body[9]) },
  PT: { shape: /^\d{9}$/, isValid: isPortuguese },
  RO: { shape: /^\d{4,10}$/ },
  SE: { shape: /^\d{10}01$/, isValid: (body) => isLuhn(body.slice(0, 10)) },
  SI: { shape: /^\d{8}$/ },
  SK: { shape: /^\d{10}$/, isValid: (body) => remainder(body, 11) === 0 },
};

/** VAT numbers of the European Union and the United Kingdom. */
export const vatNumber = numberDetector({
  id: 'vat-number',
  kind: 'vat_number',
  url: 'https://ec.europa.eu/taxation_customs/vies/#/faq',
  pattern:
    /(?:AT ?U|FR ?[0-9A-HJ-NP-Z]{2}|ES ?[A-Z]?|(?:BE|BG|CY|CZ|DE|DK|EE|EL|FI|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK))[ .-]?\d(?:[ .-]?\d){5,11}(?:[ .]?B\d\d|[A-W][A-I]?)?/g,
  letters: { before: 6, after: 4 },
  isValid: (compact) => {
    const form = forms[compact.slice(0, 2)];
    const body = compact.slice(2);
    return form !== undefined && form.shape.test(body) && (form.isValid?.(body) ?? true);
  },
  label: /tva|vat|mwst|ust-?id|\biva\b|\bbtw\b|partita|\bnif\b|intracom|tax[ _]?(?:id|number)|numero_tva/,
  unlabelled: /^(?!BG|CY|CZ|GB|IE|LT|LV|RO|SI|ES|DK|FI|HU|MT|LU|SK|SE|EE)/,
  catches: () => [
    `TVA : «FR${String((12 + 3 * (732829320 % 97)) % 97).padStart(2, '0')}732829320»`,
    'VAT «BE0417497106»',
    'USt-IdNr. «DE136695976»',
  ],
  spares: () => ['TVA : FR00732829320', 'DE123456789'],
});

function isFrench(body: string): boolean {
  const key = body.slice(0, 2);
  const number = body.slice(2);
  if (!isLuhn(number)) return false;
  return /^\d\d$/.test(key) ? (12 + 3 * remainder(number, 97)) % 97 === Number(key) : true;
}

function isAustrian(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < 7; at += 1) {
    const digit = Number(digits[at]) * (at % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return (10 - ((sum + 4) % 10)) % 10 === Number(digits[7]);
}

function isGreek(digits: string): boolean {
  return (weightedSum(digits, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(digits[8]);
}

function isPortuguese(digits: string): boolean {
  const rest = weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest < 2 ? 0 : 11 - rest) === Number(digits[8]);
}

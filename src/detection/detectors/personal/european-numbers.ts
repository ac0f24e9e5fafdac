import { isMod11_10, remainder, weightedSum } from '../../checks/checksums.ts';
import { numberDetector } from './number.ts';

const letters = 'TRWAGMYFPDXBNJZSQVHLCKE';

function dniLetter(digits: string): string {
  return letters.charAt(remainder(digits, 23));
}

/** Spain: DNI, and NIE of foreigners; the last letter is the number modulo 23. */
export const dni = numberDetector({
  id: 'dni-nie',
  kind: 'dni',
  url: 'https://learn.microsoft.com/en-us/purview/sit-defn-spain-dni',
  readOn: '2026-11-26',
  pattern: /(?:[XYZ][ .-]?\d{7}|\d{2}\.?\d{3}\.?\d{3})[ .-]?[TRWAGMYFPDXBNJZSQVHLCKE]/g,
  letters: { before: 2, after: 2 },
  isValid: (compact) => {
    const digits = compact.slice(0, -1).replace('X', '0').replace('Y', '1').replace('Z', '2');
    return dniLetter(digits) === compact.at(-1);
  },
  catches: () => [`DNI: «45678912${dniLetter('45678912')}»`, `NIE «X2345678${dniLetter('02345678')}»`],
  spares: () => ['DNI: 45678912A', 'sku 1234567K'],
});

/** Germany: Steuer-Identifikationsnummer, eleven digits with an ISO 7064 check digit. */
export const steuerId = numberDetector({
  id: 'steuer-id',
  kind: 'steuer_id',
  url: 'https://learn.microsoft.com/en-us/purview/sit-defn-germany-tax-identification-number',
  readOn: '2026-11-26',
  pattern: /[1-9]\d[ ]?\d{3}[ ]?\d{3}[ ]?\d{3}/g,
  isValid: (compact) => isMod11_10(compact) && hasRepeatedDigit(compact),
  label: /steuer|idnr|id-nr|\btin\b|tax[ _]?id|identifikationsnummer/,
  unlabelled: /^\d\d \d{3} \d{3} \d{3}$/,
  catches: () => [`Steuer-ID: «${withIso('8609574271')}»`],
  spares: () => ['Steuer-ID: 86095742710', `id ${withIso('8609574271')}`],
});

function withIso(body: string): string {
  for (let digit = 0; digit < 10; digit += 1) if (isMod11_10(`${body}${digit}`)) return `${body}${digit}`;
  return body;
}

// Of the first ten digits one comes two or three times.
function hasRepeatedDigit(compact: string): boolean {
  return new Set(compact.slice(0, 10)).size <= 9;
}

/** The Netherlands: burgerservicenummer, nine digits and the eleven test. */
export const bsn = numberDetector({
  id: 'bsn',
  kind: 'bsn',
  url: 'https://learn.microsoft.com/en-us/purview/sit-defn-netherlands-citizens-service-number',
  readOn: '2026-11-26',
  pattern: /\d{4}[. ]?\d{2}[. ]?\d{3}|\d{3}[. ]?\d{3}[. ]?\d{3}/g,
  isValid: (compact) => weightedSum(compact, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && !/^0+$/.test(compact),
  label: /\bbsn\b|burgerservice|sofi/,
  catches: () => ['BSN: «111222333»'],
  spares: () => ['BSN: 111222334', 'id 111222333'],
});

/** The United Kingdom: National Insurance number; no check digit, but letters that it never has. */
export const nino = numberDetector({
  id: 'nino',
  kind: 'nino',
  url: 'https://learn.microsoft.com/en-us/purview/sit-defn-uk-national-insurance-number',
  readOn: '2026-11-26',
  pattern: /(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z] ?\d{2} ?\d{2} ?\d{2} ?[ABCD]/g,
  letters: { before: 3, after: 3 },
  isValid: (compact) => !/^(?:\D\D)(\d)\1{5}/.test(compact),
  catches: () => ['NI number «JG 10 37 59 A»', 'nino=«CE284710D»'],
  spares: () => ['QQ123456C', 'part BG284710D'],
});

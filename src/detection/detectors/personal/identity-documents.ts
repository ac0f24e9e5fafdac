import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import type { Span } from '../../finding.ts';
import { isInsideWord } from '../../reading/context.ts';

// The number behind a document's name: a few words, signs and "n°" may stand between.
const gap = String.raw`[A-Za-zÀ-ÿ_ ]{0,30}["')]{0,2}\s?(?:(?:[Nn]um[ée]ro|[Nn]umber|[Nn]o\.?|[Nn][°o]\.?|[Nn]r\.?|#|id)\s?)?["')\]]{0,2}\s{0,3}[:=>|,;-]{0,2}\s{0,3}["'(]?`;

function behind(number: string): RegExp {
  return new RegExp(`${gap}(${number})(?![A-Za-z0-9À-ÿ])`, 'dy');
}

function after(text: string, end: number, pattern: RegExp): Span | undefined {
  pattern.lastIndex = end;
  const found = pattern.exec(text);
  const span = found?.indices?.[1];
  if (!span || !/\d/.test(found[1] ?? '')) return undefined;
  return isInsideWord(text, span[0], span[1]) ? undefined : { start: span[0], end: span[1] };
}

/** Passports, behind their name: France (two digits, two letters, five digits) and forms of other states. */
export const passport: KeywordDetector = {
  id: 'passport',
  kind: 'passport',
  class: 'personal',
  rank: 3,
  source: { url: 'https://learn.microsoft.com/en-us/purview/sit-defn-france-passport-number', readOn: '2026-11-26' },
  keywords: ['passeport', 'passport', 'reisepass', 'pasaporte', 'passaporto'],
  find: (text, _, end) => after(text, end, passportNumber),
  examples: {
    catches: () => ['Passeport n° «19FV48213»', '"passport_number": "«C01X00T47»"', 'passport: «A1234567»'],
    spares: () => ['passport.js 0.4.1', 'passport.authenticate("jwt")', 'passport: required'],
  },
};

const passportNumber = behind(
  String.raw`\d{2}[A-Z]{2}\d{5}|[A-Z]{1,2}\d{6,8}|[CFGHJK][0-9CFGHJKLMNPRTVWXYZ]{8}|[A-Z]{3}\d{6}|\d{9}`,
);

/** The French identity card since 2021: nine letters and digits; and driving licences, behind their names. */
export const identityCard: KeywordDetector = {
  id: 'identity-card',
  kind: 'identity_card',
  class: 'personal',
  rank: 3,
  source: { url: 'https://learn.microsoft.com/en-us/purview/sit-defn-france-national-id-card', readOn: '2026-11-26' },
  keywords: [
    'cni',
    "d'identite",
    'd_identite',
    'identity card',
    'identity_card',
    'id card',
    'id_card',
    'personalausweis',
    'permis de conduire',
    'numero_permis',
    'driving licen',
    'driver licen',
  ],
  find: (text, start, end) => (/[A-Za-z0-9]/.test(text.charAt(start - 1)) ? undefined : after(text, end, cardNumber)),
  examples: {
    catches: () => ['CNI : «X4RTBPFW4»', `carte nationale d'identité n° «${fake.digits(1, 12)}»`],
    spares: () => ['cni plugin 1.2.3', 'CNI: required'],
  },
};

const cardNumber = behind(String.raw`(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{9}|\d{12}|[A-Z]{5}\d{6}[A-Z0-9]{5}`);

/** BIC of banks, behind its name: in itself it names a bank, beside an IBAN a person's. */
export const bic: KeywordDetector = {
  id: 'bic',
  kind: 'bic',
  class: 'personal',
  rank: 3,
  source: { url: 'https://docs.trellix.com/data-and-email/docs/swift-code', readOn: '2026-11-26' },
  keywords: ['bic', 'swift'],
  find: (text, start, end) => {
    if (/[A-Za-z0-9]/.test(text.charAt(start - 1))) return undefined;
    return afterBic(text, end);
  },
  examples: {
    catches: () => ['BIC : «BNPAFRPPXXX»', '"swift_code": "«DEUTDEFF500»"', 'IBAN …, BIC «SOGEFRPP»'],
    spares: () => ['BIC is required', 'swift code', 'import swift from "SwiftUI"'],
  },
};

const bicGap = /(?:[ _/-]?(?:swift|bic|code))?["')]{0,2}\s{0,3}[:=>|,;(-]{0,2}\s{0,3}["'(]?/iy;
const bicCode =
  /[A-Z]{4}(?:AD|AE|AT|BE|BG|CH|CY|CZ|DE|DK|EE|ES|FI|FR|GB|GI|GR|HR|HU|IE|IS|IT|JP|LI|LT|LU|LV|MA|MC|MT|NL|NO|PL|PT|RO|RS|SE|SI|SK|SM|TN|TR|UA|US|CA|SG|HK|CN|AU|BR|IN)[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?![A-Za-z0-9])/y;

function afterBic(text: string, end: number): Span | undefined {
  bicGap.lastIndex = end;
  if (!bicGap.test(text)) return undefined;
  bicCode.lastIndex = bicGap.lastIndex;
  return bicCode.test(text) ? { start: bicGap.lastIndex, end: bicCode.lastIndex } : undefined;
}

/** French number plates: AA-123-AA since 2009 with hyphens, or any writing behind a word that says so. */
export const plate: KeywordDetector = {
  id: 'plate-fr',
  kind: 'plate',
  class: 'personal',
  rank: 3,
  source: { url: 'https://www.service-public.fr/particuliers/vosdroits/F20319' },
  keywords: ['-000-'],
  find: (text, start) => {
    sivPlate.lastIndex = start - 2;
    if (start < 2 || !sivPlate.test(text)) return undefined;
    const span = { start: start - 2, end: sivPlate.lastIndex };
    const isAlone = !isInsideWord(text, span.start, span.end) && !/[-/.\\]/.test(text.charAt(span.start - 1));
    return isAlone &&
      !/[-\\]/.test(text.charAt(span.end)) &&
      !/^AA-123-AA$|^AB-123-CD$/.test(text.slice(span.start, span.end))
      ? span
      : undefined;
  },
  examples: {
    catches: () => ['véhicule «GH-482-KT»'],
    spares: () => ['AB-123-CD', 'ref ABC-123-DEF', 'IO-123-AA', 'gh-482-kt'],
  },
};

const sivPlate = /(?!SS|WW)[A-HJ-NP-TV-Z]{2}-(?!000)\d{3}-(?!SS)[A-HJ-NP-TV-Z]{2}/y;

/** Plates in other writings, the older form included, behind a word that says what they are. */
export const labelledPlate: KeywordDetector = {
  id: 'plate-labelled',
  kind: 'plate',
  class: 'personal',
  rank: 3,
  source: { url: 'https://www.service-public.fr/particuliers/vosdroits/F20319' },
  keywords: [
    'immatricul',
    'immat:',
    'immat :',
    'immat.',
    'plaque',
    'vehicul',
    'license plate',
    'license_plate',
    'licence plate',
    'plate_number',
    'platenumber',
  ],
  find: (text, _, end) => after(text, end, anyPlate),
  examples: {
    catches: () => [
      'immatriculation : «GH 482 KT»',
      'plaque «1234 AB 75»',
      'immat: «GH 482 KT»',
      'véhicule immatriculé «FW317ZC»',
    ],
    spares: () => ['immatriculation obligatoire', 'plaque 12'],
  },
};

const anyPlate = behind(
  String.raw`[A-HJ-NP-TV-Z]{2}[ -]?\d{3}[ -]?[A-HJ-NP-TV-Z]{2}|\d{1,4}[ -]?[A-Z]{2,3}[ -]?(?:\d{2,3}|2[AB])`,
);

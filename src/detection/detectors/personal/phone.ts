import { fake } from '../../examples/fake.ts';
import { numberDetector } from './number.ts';

const gap = String.raw`[ .\u00a0\u202f/-]?`;

/** French numbers: ten digits, or +33 / 0033 and nine, in groups of two or written together. */
export const frenchPhone = numberDetector({
  id: 'phone-fr',
  kind: 'phone',
  url: 'https://www.arcep.fr/la-regulation/grands-dossiers-thematiques-transverses/la-numerotation.html',
  pattern: new RegExp(
    `(?:(?:\\+|00)(?:33|262|590|594|596)${gap}(?:\\(0\\)${gap})?[1-9]|0[1-9])(${gap})\\d{2}(?:\\1\\d{2}){3}`,
    'g',
  ),
  letters: { before: 10, after: 0 },
  // Numbers of books and commits, and what stands in a path or in code marks.
  not: /(?:isbn|commit|merge|sha|issue|bug|pull)\W{0,4}$|[`/#]$|(?<!(?:tel|phone|mobile|portable|gsm|fax|msisdn|numero)\w{0,12})=$/,
  isValid: (compact) => {
    const national = compact.slice(-9);
    if (/^0\d0\d0\d0\d0\d$/.test(compact)) return false;
    return !/^(\d)\1{6}/.test(national) && !/123456|234567|345678|456789/.test(compact);
  },
  catches: () => [
    `Tél. : «06 ${fake.digits(1, 2)} ${fake.digits(2, 2)} ${fake.digits(3, 2)} ${fake.digits(4, 2)}»`,
    `phone_number=«+33 7 ${fake.digits(14, 2)} ${fake.digits(15, 2)} ${fake.digits(16, 2)} ${fake.digits(17, 2)}»`,
    `"mobile": "«+336${fake.digits(5, 8)}»"`,
    `«01.${fake.digits(6, 2)}.${fake.digits(7, 2)}.${fake.digits(8, 2)}.${fake.digits(9, 2)}»`,
    `«+33 (0)4 ${fake.digits(10, 2)} ${fake.digits(11, 2)} ${fake.digits(12, 2)} ${fake.digits(13, 2)}»`,
  ],
  spares: () => ['0123456789', 'build 2024.01.15.1', 'v0.12.34.56.78.90'],
});

// Country codes that numbers are written with, and how many digits follow at least and at most (ITU-T E.164).
const abroad =
  /^\+?(?:1[2-9]\d{9}|4[0-9]\d{7,11}|3[0-24-69]\d{7,10}|35[0-9]\d{6,9}|37[0-9]\d{6,9}|38[0-9]\d{6,9}|42[01]\d{8,9}|5[1-8]\d{8,10}|6[0-6]\d{7,11}|7\d{10}|8[1246]\d{8,11}|852\d{8}|88[06]\d{8,10}|9[0-58]\d{8,10}|96[0-8]\d{7,9}|97[0-7]\d{7,9}|99[2-8]\d{8,9}|2[07]\d{8,10}|21[1-8]\d{8,9}|22[0-9]\d{7,9}|23[0-9]\d{7,10}|2[45]\d{9,10})$/;

/** Numbers of other countries, with a plus and the country's code. */
export const internationalPhone = numberDetector({
  id: 'phone-e164',
  kind: 'phone',
  url: 'https://www.itu.int/rec/T-REC-E.164/',
  // Not +4734-05243, a place in degrees and minutes (ISO 6709).
  pattern:
    /(?!\+(?:\d{4}-\d{5}|\d{6}-\d{7})(?!\d))\+[1-9]\d{0,3}(?:[ .\u00a0-]?\(?\d{1,5}\)?){1,5}[ .\u00a0-]?\d{2,5}/g,
  letters: { before: 12, after: 0 },
  isValid: (compact) => {
    const digits = compact.replace('+', '');
    if (digits.startsWith('33') || /^1\d{3}555/.test(digits) || /(\d)\1{6}|1234567|0{6}/.test(digits)) return false;
    return digits.length >= 9 && digits.length <= 15 && abroad.test(digits);
  },
  catches: () => ['phone: «+44 20 7183 8750»', 'Call «+49 30 901820» now', 'tel «+32472118893»', '«+1 (415) 826-2671»'],
  spares: () => ['+1 (212) 555-0123', 'x = a +1000000000', '+0100', 'CA\t+4734-05243\tAmerica/St_Johns'],
});

/** Numbers without a country's code: only behind a word that says what they are. */
export const labelledPhone = numberDetector({
  id: 'phone-labelled',
  kind: 'phone',
  url: 'https://www.itu.int/rec/T-REC-E.123/',
  pattern: /\(?\d{2,5}\)?(?:[ .\u00a0/-]?\d{2,4}){2,5}/g,
  letters: { before: 2, after: 0 },
  isValid: (compact) =>
    compact.length >= 9 && compact.length <= 13 && !/(\d)\1{6}|1234567|^555|^\d{3}555|^(?:19|20)\d{6}/.test(compact),
  label:
    /(?:\btel(?:ephone|efono|efoon)?|phone|msisdn|mobile|portable|gsm|\bfax|cell|handy|whatsapp|joignable|appel(?:er|ez)|call(?: me)?)[ _a-z]{0,12}["')]{0,2}[ .:=au]{0,6}["(]?$|^(?:tel|telephone|phone|msisdn|mobile|portable|fax|gsm)[ _a-z]{0,12}$/,
  catches: () => ['Tel: «020 7183 8750»', '"phone": "«415-826-2671»"', '"msisdn":"«33648066258»"'],
  spares: () => ['phone: 555-0123', 'tel: 2024-01-15 10:30'],
});

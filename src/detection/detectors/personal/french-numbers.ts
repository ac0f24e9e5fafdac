import { isLuhn, remainder } from '../../checks/checksums.ts';
import { fake } from '../../examples/fake.ts';
import { numberDetector } from './number.ts';

const gap = String.raw`[ .\u00a0\u202f-]?`;

function withLuhn(body: string): string {
  for (let digit = 0; digit < 10; digit += 1) if (isLuhn(`${body}${digit}`)) return `${body}${digit}`;
  return body;
}

// Corsica counts as 19 and 18: 2A and 2B are read as 19 and 18.
function nirKey(body: string): number {
  return 97 - remainder(body.replace('2A', '19').replace('2B', '18'), 97);
}

function nir(body: string): string {
  return `${body}${String(nirKey(body)).padStart(2, '0')}`;
}

/** Numéro d'inscription au répertoire: sex, year, month, département, commune, order, and a key of two digits. */
export const nirNumber = numberDetector({
  id: 'nir',
  kind: 'nir',
  url: 'https://learn.microsoft.com/en-us/purview/sit-defn-france-social-security-number',
  readOn: '2026-11-25',
  pattern: new RegExp(
    `[1-478]${gap}\\d{2}${gap}(?:0[1-9]|1[0-2]|[2-9]\\d)${gap}(?:\\d{2}|2[ABab])${gap}\\d{3}${gap}\\d{3}${gap}\\d{2}`,
    'g',
  ),
  letters: { before: 8, after: 16 },
  isValid: (compact) => {
    const upper = compact.toUpperCase();
    return nirKey(upper.slice(0, 13)) === Number(upper.slice(13)) && !/^(\d)\1{5}/.test(compact);
  },
  catches: () => [
    `NIR : «${nir('1850578006084')}»`,
    `"secu": "«${nir('2900333123456').replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7')}»"`,
    `assuré ${'«'}${nir('187062A004123')}»`,
  ],
  spares: () => ['NIR : 185057800608490', 'id=123456789012345'],
});

/** The same without its key, which is then no proof: only behind its name. */
export const nirWithoutKey = numberDetector({
  id: 'nir-without-key',
  kind: 'nir',
  url: 'https://www.service-public.fr/particuliers/vosdroits/F33078',
  pattern: new RegExp(
    `[1-4]${gap}\\d{2}${gap}(?:0[1-9]|1[0-2]|[2-9]\\d)${gap}(?:\\d{2}|2[ABab])${gap}\\d{3}${gap}\\d{3}(?![ ]?\\d)`,
    'g',
  ),
  letters: { before: 8, after: 12 },
  isValid: () => true,
  label: /\bnir\b|secu(?:rite)?[ _]?(?:sociale)?|\bn[°o]? ?ss\b|\bnss\b|insee|vitale|assure|immatriculation/,
  catches: () => [`numéro de sécurité sociale : «185057800608»4`.replace('»4', '4»')],
  spares: () => ['order 1850578006084'],
});

/** Numéro fiscal de référence (SPI): thirteen digits, the last three being the first ten modulo 511. */
export const taxNumber = numberDetector({
  id: 'nif-fr',
  kind: 'nif',
  url: 'https://learn.microsoft.com/en-us/purview/sit-defn-france-tax-identification-number',
  readOn: '2026-11-26',
  pattern: new RegExp(`[0-3]\\d${gap}\\d{2}${gap}\\d{3}${gap}\\d{3}${gap}\\d{3}`, 'g'),
  isValid: (compact) => remainder(compact.slice(0, 10), 511) === Number(compact.slice(10)),
  label: /fiscal|\bspi\b|\bnif\b|impot|\btin\b|tax[ _]?(?:id|number)|dgfip|contribuable/,
  unlabelled: /^\d\d \d\d \d{3} \d{3} \d{3}$/,
  catches: () => [`Numéro fiscal : «3023217600${String(remainder('3023217600', 511)).padStart(3, '0')}»`],
  spares: () => [
    'Numéro fiscal : 3023217600999',
    `ts=1700000000${String(remainder('1700000000', 511)).padStart(3, '0')}`,
  ],
});

const companyLabel =
  /siren|siret|\brcs\b|r\.c\.s|etablissement|entreprise|societe|immatricul|registre|\bape\b|\bnaf\b|\bsarl\b|\bsas\b/;

/** SIREN: nine digits, Luhn. A number of nine digits is common, so its name must stand before it. */
export const siren = numberDetector({
  id: 'siren',
  kind: 'siren',
  url: 'https://www.insee.fr/fr/metadonnees/definition/c2047',
  pattern: new RegExp(`\\d{3}${gap}\\d{3}${gap}\\d{3}`, 'g'),
  // Not the first nine of a SIRET whose check fails.
  notBefore: /^[ .]\d{2}/,
  isValid: (compact) => isLuhn(compact) && !/^(\d)\1+$/.test(compact),
  label: companyLabel,
  catches: () => [
    `SIREN : «${withLuhn('73282932')}»`,
    `RCS Paris «${withLuhn('55208131').replace(/(...)(...)(...)/, '$1 $2 $3')}»`,
  ],
  spares: () => ['SIREN : 732829321', `id: ${withLuhn('73282932')}`],
});

/** SIRET: the SIREN and five digits, Luhn; La Poste's own (356000000) add up to a multiple of five. */
export const siret = numberDetector({
  id: 'siret',
  kind: 'siret',
  url: 'https://www.insee.fr/fr/metadonnees/definition/c1841',
  pattern: new RegExp(`\\d{3}${gap}\\d{3}${gap}\\d{3}${gap}\\d{5}`, 'g'),
  isValid: isSiret,
  label: companyLabel,
  unlabelled: /^\d{3} \d{3} \d{3} \d{5}$/,
  catches: () => [
    `SIRET «${withLuhn('7328293200007')}»`,
    `établissement «${withLuhn('5520813170001').replace(/(...)(...)(...)(.....)/, '$1 $2 $3 $4')}»`,
    'SIRET : «35600000049837»',
    `{"siret": «${withLuhn('7328293200007')}».0}`,
    `siret;ville\n«${withLuhn('7328293200007').replace(/^(.)(.*)$/, '$1.$2e13')}»;Lyon\n`,
  ],
  spares: () => ['SIRET 73282932000079', `at ${withLuhn('2024011512304')}`],
});

function isSiret(compact: string): boolean {
  if (/^(\d)\1+$/.test(compact)) return false;
  if (!compact.startsWith('356000000')) return isLuhn(compact) && isLuhn(compact.slice(0, 9));
  return isLuhn(compact) || [...compact].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}

/** RPPS of health professionals: eleven digits, Luhn. */
export const rpps = numberDetector({
  id: 'rpps',
  kind: 'rpps',
  url: 'https://esante.gouv.fr/produits-services/repertoire-rpps',
  pattern: new RegExp(`[18]\\d${gap}\\d{3}${gap}\\d{3}${gap}\\d{3}`, 'g'),
  isValid: (compact) => isLuhn(compact),
  label: /rpps|professionnel de sante|medecin|praticien|prescripteur|pharmacien|infirmi|sage-femme/,
  catches: () => [`RPPS : «${withLuhn('1000345678')}»`],
  spares: () => ['RPPS : 10003456780', `n ${withLuhn('1000345678')}`],
});

/** Identity cards before 2021: twelve digits. */
export const oldIdentityCard = numberDetector({
  id: 'cni-fr-old',
  kind: 'identity_card',
  url: 'https://learn.microsoft.com/en-us/purview/sit-defn-france-national-id-card',
  readOn: '2026-11-26',
  pattern: new RegExp(`\\d{4}${gap}\\d{3}${gap}\\d{5}|\\d{12}`, 'g'),
  isValid: (compact) => compact.length === 12,
  label:
    /\bcni\b|carte (?:nationale )?d.identite|piece d.identite|identity card|id card|carte_identite|numero_cni|\bpermis\b/,
  catches: () => [`CNI n° «${fake.digits(3, 12)}»`],
  spares: () => [`ref ${fake.digits(4, 12)}`],
});

import { Random } from '../random.ts';
import { values } from '../first/personal.ts';
import { type Sample, toSample } from '../sample.ts';

// The same kinds as the first generator has (their check digits are what they are), in frames drawn piece by piece.

type Kind = keyof typeof values;

const labels: Readonly<Record<Kind, readonly string[]>> = {
  nir: ['n° de sécurité sociale', 'numeroSecu', 'NIR', 'ssn_fr', 'num_ss'],
  iban: ['IBAN', 'compte', 'rib', 'bank_account', 'ibanCode'],
  siren: ['SIREN', 'siren_number', 'numeroSiren'],
  siret: ['SIRET', 'siretCode', 'num_siret'],
  vat: ['TVA', 'vatNumber', 'numero_tva', 'VAT ID'],
  tax: ['n° fiscal', 'numeroFiscal', 'SPI', 'tax_number'],
  phone: ['tél', 'telephone', 'mobilePhone', 'phone_number', 'portable'],
  email: ['e-mail', 'mail', 'emailAddress', 'courriel', 'contact'],
  card: ['carte', 'cardNumber', 'pan', 'CB'],
  ip: ['ip', 'clientIp', 'remote_ip', 'adresse IP', 'source'],
  ipv6: ['ipv6', 'client', 'remote'],
  mac: ['mac', 'hwaddr', 'adresse MAC'],
  birth: ['date de naissance', 'birthDate', 'dob', 'née le', 'date_naissance'],
  address: ['adresse', 'streetAddress', 'domicile', 'livraison'],
  plate: ['immatriculation', 'plaque', 'vehicle'],
  rpps: ['RPPS', 'numeroRpps'],
  passport: ['passeport', 'passportNumber', 'passport_no'],
  dni: ['DNI', 'documento', 'nif_es'],
};

const frames: readonly ((label: string, value: string) => string)[] = [
  (label, value) => `"${label}": "${value}",`,
  (label, value) => `${label} : ${value}`,
  (label, value) => `${label}=${value}`,
  (label, value) => `<${label.replace(/[^\w]/g, '_')}>${value}</${label.replace(/[^\w]/g, '_')}>`,
  (label, value) => `| ${label} | ${value} |`,
  (label, value) => `${label};${value};ok`,
  (label, value) => `user.set('${label}', '${value}')`,
  (label, value) => `2026-02-0${1} 08:15:00 INFO [${label}] ${value} reçu`,
  (label, value) => `Bonjour, voici mon ${label} : ${value}. Cordialement`,
  (label, value) => `- ${label}: ${value} (vérifié)`,
];

/** Some 700 personal data, drawn piece by piece. */
export function secondPersonalSamples(seed: number): readonly Sample[] {
  const random = new Random(seed);
  const kinds = Object.keys(labels) as Kind[];
  return Array.from({ length: 700 }, (_, index) => {
    const kind = kinds[index % kinds.length] ?? 'email';
    const line = random.pick(frames)(random.pick(labels[kind]), `«${values[kind](random)}»`);
    return toSample(`second-${kind}-${index}`, kind, `${line}\n`);
  });
}

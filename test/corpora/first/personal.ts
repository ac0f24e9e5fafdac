import { isLuhn, remainder } from '../../../src/detection/checks/checksums.ts';
import { Random } from '../random.ts';
import { type Sample, toSample } from '../sample.ts';

const firstNames = [
  'Claire',
  'Jean',
  'Anaïs',
  'Mohamed',
  'Léa',
  'Hugo',
  'Inès',
  'Paul',
  'Jean-Marc',
  'Sofia',
  'Élodie',
  'Karim',
];
const lastNames = [
  'Martin',
  'Lefèvre',
  'Dubois',
  'Benali',
  'Moreau',
  'Garnier',
  'Petit',
  'Roussel',
  'Nguyen',
  'Da Silva',
  'Le Goff',
];
const streets = [
  'rue de la République',
  'avenue Victor Hugo',
  'boulevard Voltaire',
  'rue des Lilas',
  'chemin du Moulin',
  'impasse Pasteur',
  'place Bellecour',
  "rue de l'Église",
  'quai des Chartrons',
  'allée Jean Jaurès',
];
const towns = [
  '69002 Lyon',
  '75011 Paris',
  '31000 Toulouse',
  '33000 Bordeaux',
  '44000 Nantes',
  '13008 Marseille',
  '59800 Lille',
  '35000 Rennes',
  '97400 Saint-Denis',
];
const domains = ['orange.fr', 'gmail.com', 'free.fr', 'laposte.net', 'acme-sud.fr', 'mairie-lyon.fr', 'hotmail.fr'];

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z-]/g, '')
    .toLowerCase();
}

function luhn(body: string): string {
  for (let digit = 0; digit < 10; digit += 1) if (isLuhn(`${body}${digit}`)) return `${body}${digit}`;
  throw new Error('luhn');
}

// Half of the numbers are written in groups.
const grouped = (random: Random, number: string, [pattern, form]: readonly [RegExp, string]) =>
  random.chance(50) ? number.replace(pattern, form) : number;

export const values = {
  nir: (r: Random) => {
    const department = r.chance(10) ? r.pick(['2A', '2B']) : String(r.between(1, 95)).padStart(2, '0');
    const body = `${r.pick(['1', '2'])}${String(r.between(40, 99))}${String(r.between(1, 12)).padStart(2, '0')}${department}${r.digits(3)}${r.digits(3)}`;
    const key = 97 - remainder(body.replace('2A', '19').replace('2B', '18'), 97);
    return grouped(r, `${body}${String(key).padStart(2, '0')}`, [
      /^(.)(..)(..)(..)(...)(...)(..)$/,
      '$1 $2 $3 $4 $5 $6 $7',
    ]);
  },
  iban: (r: Random) => {
    const country = r.pick(['FR', 'DE', 'BE', 'ES']);
    const account =
      country === 'FR'
        ? `${r.digits(10)}${r.text('0123456789ABCDEFGHJKLMNPQRSTUVWXYZ', 11)}${r.digits(2)}`
        : r.digits({ DE: 18, BE: 12, ES: 20 }[country] ?? 0);
    const check =
      98 -
      remainder(
        `${account}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)),
        97,
      );
    return grouped(r, `${country}${String(check).padStart(2, '0')}${account}`, [/(.{4})(?=.)/g, '$1 ']);
  },
  siren: (r: Random) => grouped(r, luhn(`${r.between(3, 9)}${r.digits(7)}`), [/(...)(...)(...)/, '$1 $2 $3']),
  siret: (r: Random) => {
    const siren = luhn(`${r.between(4, 9)}${r.digits(7)}`);
    return grouped(r, luhn(`${siren}000${r.between(1, 9)}`), [/(...)(...)(...)(.....)/, '$1 $2 $3 $4']);
  },
  vat: (r: Random) => {
    const siren = luhn(`${r.between(4, 9)}${r.digits(7)}`);
    return `FR${r.pick(['', ' '])}${String((12 + 3 * remainder(siren, 97)) % 97).padStart(2, '0')}${siren}`;
  },
  tax: (r: Random) => {
    const body = `${r.between(0, 3)}${r.digits(9)}`;
    return grouped(r, `${body}${String(remainder(body, 511)).padStart(3, '0')}`, [
      /(..)(..)(...)(...)(...)/,
      '$1 $2 $3 $4 $5',
    ]);
  },
  phone: (r: Random) => {
    const national = `${r.pick(['6', '7', '1', '4', '2'])}${r.digits(8)}`;
    const pairs = `0${national}`.replace(/(..)(?=.)/g, r.pick(['$1 ', '$1.', '$1', '$1-']));
    return r.pick([
      pairs,
      `+33${national}`,
      `+33 ${national.replace(/^(.)(..)(..)(..)(..)$/, '$1 $2 $3 $4 $5')}`,
      `0033${national}`,
    ]);
  },
  email: (r: Random) => {
    const first = plain(r.pick(firstNames));
    const last = plain(r.pick(lastNames));
    return `${r.pick([`${first}.${last}`, `${first.charAt(0)}${last}`, `${first}${r.digits(2)}`, `${last}-${first}`])}@${r.pick(domains)}`;
  },
  card: (r: Random) =>
    grouped(r, luhn(`${r.pick(['4', '51', '53', '55'])}${r.digits(16)}`.slice(0, 15)), [/(.{4})(?=.)/g, '$1 ']),
  ip: (r: Random) =>
    `${r.pick([82, 90, 91, 109, 176, 195])}.${r.between(1, 250)}.${r.between(1, 250)}.${r.between(10, 250)}`,
  ipv6: (r: Random) =>
    `2a0${r.between(1, 6)}:${r.hex(3).replace(/^0/, '1')}:${r.hex(4)}:${r.hex(4)}:${r.hex(4)}:${r.hex(4)}:${r.hex(4)}:${r.hex(4)}`,
  mac: (r: Random) => `${r.pick(['3c', 'a4', '8c', 'f0'])}:${r.hex(2)}:${r.hex(2)}:${r.hex(2)}:${r.hex(2)}:${r.hex(2)}`,
  birth: (r: Random) => {
    const [day, month, year] = [
      String(r.between(1, 28)).padStart(2, '0'),
      String(r.between(1, 12)).padStart(2, '0'),
      r.between(1940, 2004),
    ];
    return r.pick([
      `${day}/${month}/${year}`,
      `${year}-${month}-${day}`,
      `${Number(day)} ${r.pick(['mars', 'juin', 'octobre', 'janvier'])} ${year}`,
    ]);
  },
  address: (r: Random) =>
    `${r.between(1, 180)}${r.pick(['', '', ' bis', ' ter'])}${r.pick([' ', ', '])}${r.pick(streets)}${r.pick([', ', ' '])}${r.pick(towns)}`,
  plate: (r: Random) =>
    `${r.text('ABCDEFGHJKLMNPQRSTVXYZ', 2).replace('SS', 'ST')}-${r.digits(3).replace('000', '123')}-${r.text('ABCDEFGHJKLMNPQRSTVXYZ', 2).replace('SS', 'ST')}`,
  rpps: (r: Random) => luhn(`10${r.digits(8)}`),
  passport: (r: Random) => `${r.digits(2)}${r.text('ABCDEFGHJKLMNPRSTUVWXYZ', 2)}${r.digits(5)}`,
  dni: (r: Random) => {
    const digits = r.digits(8);
    return `${digits}${'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(remainder(digits, 23))}`;
  },
} as const;

type Kind = keyof typeof values;

const sentences: Readonly<Record<Kind, readonly string[]>> = {
  nir: [
    'NIR : #',
    '{"numero_secu": "#"}',
    'Son numéro de sécurité sociale est le #, à vérifier.',
    "INSERT INTO assures (nir) VALUES ('#');",
    'patient;#;ok',
  ],
  iban: [
    'IBAN: #',
    '{"iban": "#", "currency": "EUR"}',
    'Merci de virer sur # avant vendredi.',
    "const iban = '#';",
    '<IBAN>#</IBAN>',
  ],
  siren: ['SIREN : #', '{"siren": "#"}', 'RCS Lyon #', 'siren: "#"'],
  siret: ['SIRET #', '{"siret": "#"}', 'établissement SIRET : #', 'siret=#'],
  vat: ['TVA intracommunautaire : #', 'VAT number: #', '{"tva": "#"}', 'n° TVA #'],
  tax: ['Numéro fiscal : #', 'numero_fiscal: #', 'SPI # (impôts)', '{"nif": "#"}'],
  phone: [
    'Tél. : #',
    '{"telephone": "#"}',
    'appelle-moi au # ce soir',
    'phone,#,fr',
    "const tel = '#';",
    'Portable : #',
  ],
  email: [
    'Écris à # pour la suite',
    '{"email": "#"}',
    'user=# status=ok',
    "INSERT INTO t (mail) VALUES ('#');",
    'To: #',
    '2026-01-01 login # ok',
  ],
  card: ['carte bancaire #', '{"pan": "#"}', 'CB: # exp 12/28', "card_number = '#'"],
  ip: [
    'client # connected',
    '# - - [10/Oct/2026:13:55:36 +0200] "GET / HTTP/1.1" 200',
    'Failed password for root from # port 4242 ssh2',
    '{"remote_addr": "#"}',
  ],
  ipv6: ['client # connected', '{"ip": "#"}', 'from # port 22'],
  mac: ['ether # txqueuelen 1000', 'MAC: #', 'DHCPACK on x to # via eth0'],
  birth: ['né le # à Lyon', 'Date de naissance : #', '{"date_of_birth": "#"}', 'DOB: #', 'birthdate=#'],
  address: ['Adresse : #', '{"adresse": "#"}', 'Elle habite au # depuis mai.', 'livraison: #'],
  plate: ['Immatriculation : #', 'véhicule # garé', '{"plaque": "#"}'],
  rpps: ['RPPS : #', 'médecin RPPS #', '{"rpps": "#"}'],
  passport: ['Passeport n° #', '{"passport_number": "#"}', 'passport: #'],
  dni: ['DNI: #', '{"dni": "#"}', 'su DNI es #'],
};

/** Some 600 personal data in JSON, SQL, CSV, logs, code and prose. */
export function personalSamples(seed: number): readonly Sample[] {
  const random = new Random(seed);
  const single = (Object.keys(sentences) as Kind[]).flatMap((kind) =>
    sentences[kind].flatMap((sentence, index) =>
      Array.from({ length: 6 }, (_, time) =>
        toSample(
          `${kind}-${index}-${time}`,
          kind,
          `${filler(random)}${sentence.replace('#', () => `«${values[kind](random)}»`)}\n${filler(random)}`,
        ),
      ),
    ),
  );
  return [...single, ...Array.from({ length: 12 }, (_, index) => table(random, index))];
}

function table(random: Random, index: number): Sample {
  const rows = Array.from({ length: random.between(3, 8) }, () =>
    [
      random.pick(lastNames),
      random.pick(firstNames),
      values.birth(random),
      values.phone(random),
      values.email(random),
      values.siret(random),
    ].map((cell) => `«${cell}»`),
  );
  const text = [['nom', 'prenom', 'date_naissance', 'telephone', 'email', 'siret'], ...rows]
    .map((row) => row.join(';'))
    .join('\n');
  return toSample(`table-${index}`, 'table', `${text}\n`);
}

function filler(random: Random): string {
  return random.pick([
    '',
    'Bonjour,\n',
    'status: active\n',
    '// suite du dossier\n',
    'total = 42\n',
    'version 2.4.1\n',
    'Le client attend une réponse.\n',
  ]);
}

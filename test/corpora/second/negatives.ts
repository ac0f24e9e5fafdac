import { Random } from '../random.ts';
import { type Sample, toSample } from '../sample.ts';

const names = [
  'password',
  'dbPassword',
  'api_key',
  'SECRET_KEY',
  'authToken',
  'client-secret',
  'passphrase',
  'private_key',
  'accessToken',
  'smtp.password',
];
const fillers = [
  'changeme',
  '<redacted>',
  '${VALUE}',
  '{{ value }}',
  'xxxxxxxxxxxx',
  '********',
  'YOUR_VALUE_HERE',
  'null',
  'None',
  'true',
  'string',
  'required',
  '...',
  'TODO',
  '%s',
  '$(cat /run/secret)',
  'process.env.VALUE',
  'your-token-here',
  'insert_password',
  'example',
  'os.getenv("X")',
  'vault:secret/data/db#pw',
  'ENC[AES256_GCM,data:abc]',
  '@@VALUE@@',
  '#{value}',
  'test',
  'undefined',
  '[FILTERED]',
];
const frames: readonly ((name: string, value: string) => string)[] = [
  (name, value) => `${name}=${value}`,
  (name, value) => `"${name}": "${value}"`,
  (name, value) => `${name}: ${value}`,
  (name, value) => `${name} = '${value}'`,
  (name, value) => `--${name} ${value}`,
  (name, value) => `<${name}>${value}</${name}>`,
];

const look: readonly ((random: Random) => string)[] = [
  (r) => `digest: ${r.hex(40)}`,
  (r) => `"sha256": "${r.hex(64)}"`,
  (r) => `ETag: W/"${r.hex(16)}-${r.hex(8)}"`,
  (r) => `trace_id=${r.hex(32)} span_id=${r.hex(16)}`,
  (r) => `"_id": ObjectId("${r.hex(24)}")`,
  (r) => `uuid: ${r.uuid()}`,
  (r) => `integrity sha384-${r.base64(64)}`,
  (r) => `checksum ${r.hex(32)}  file-${r.digits(3)}.tar.gz`,
  (r) => `data:image/png;base64,${r.base64(120)}`,
  (r) => `rev = "${r.hex(40)}"`,
  (r) => `build ${r.digits(9)} finished in ${r.digits(4)} ms`,
  (r) => `at Object.<anonymous> (/srv/app/lib/token-${r.digits(2)}.js:${r.digits(3)}:${r.digits(2)})`,
  (r) => `SELECT * FROM tokens WHERE id = ${r.digits(6)} AND key IS NOT NULL`,
  (r) => `total: ${r.digits(2)} ${r.digits(3)} ${r.digits(3)} octets`,
  (r) => `GET /items/${r.digits(8)}?key=name&sort=asc`,
  (r) => `version ${r.digits(1)}.${r.digits(2)}.${r.digits(1)}.${r.digits(1)}`,
  (r) => `latitude=48.${r.digits(6)}, longitude=2.${r.digits(6)}`,
  (r) => `facture n° ${r.digits(8)} du 12/03/2026`,
  (r) => `commande ${r.digits(10).replace(/^0/, '9')} expédiée`,
  (r) => `épaisseur 12 mm, largeur ${r.digits(3)} mm, réf ${r.text('ABCDEF', 3)}-${r.digits(4)}`,
  (r) => `ISBN-13: 978${r.digits(10)}`,
  (r) => `time=${r.between(1_600_000_000, 1_800_000_000)}.${r.digits(6)}`,
  (r) => `0x${r.hex(40)}`,
  (r) => `if (token.type === 'string' && key !== '${r.pick(['name', 'id', 'value'])}') return;`,
  (r) => `function hashPassword(password, saltRounds = ${r.digits(1)}) {}`,
  (r) => `.pass-${r.digits(2)} { content: "password"; }`,
  (r) => `assert login(password='${r.pick(['wrong', 'invalid', 'incorrect'])}') is False`,
  (r) => `Réunion le ${r.between(1, 28)} mars à 14 h 30, salle ${r.digits(3)}`,
  (r) => `Merci de renseigner votre mot de passe et votre numéro de téléphone.`.slice(0, 60 + r.below(9)),
  (r) => `the key point ${r.digits(1)} is that tokens expire`,
];

/** Some 600 texts without anything to hide, drawn piece by piece. */
export function secondNegativeSamples(seed: number): readonly Sample[] {
  const random = new Random(seed);
  return Array.from({ length: 600 }, (_, index) => {
    const text = random.chance(50)
      ? random.pick(frames)(random.pick(names), random.pick(fillers))
      : random.pick(look)(random);
    return toSample(`second-negative-${index}`, 'none', `${text}\n`);
  });
}

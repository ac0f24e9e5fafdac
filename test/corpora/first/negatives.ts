import { Random } from '../random.ts';
import { type Sample, toSample } from '../sample.ts';

type Template = (random: Random) => string;

const name = (r: Random) =>
  r.pick([
    'userPassword',
    'dbPassword',
    'apiKey',
    'secretKey',
    'accessToken',
    'credentials',
    'authToken',
    'passphrase',
  ]);

const templates: readonly Template[] = [
  (r) => `password = os.environ["${r.pick(['DB', 'APP', 'SMTP'])}_PASSWORD"]\n`,
  (r) => `DB_PASSWORD=\${${r.pick(['DB', 'PG'])}_PASSWORD}\n`,
  (r) => `password: {{ vault_${r.pick(['db', 'app'])}_password }}\n`,
  (r) => `api_key: \${{ secrets.${r.pick(['API', 'NPM', 'AWS'])}_KEY }}\n`,
  (r) =>
    `password: ${r.pick(['changeme', '<password>', 'your_password', 'xxxxxxxx', '********', '""', 'null', 'REPLACE_ME', 'example', '${PASS}', 'password'])}\n`,
  (r) =>
    `"password": "${r.pick(['', 'YOUR_PASSWORD_HERE', '<secret>', 'changeit', '••••••', '...', 'placeholder', '%PASSWORD%', '{{password}}'])}",\n`,
  (r) => `const ${name(r)} = get${r.pick(['Secret', 'Password', 'Token'])}('${r.pick(['db', 'api'])}');\n`,
  (r) => `interface Login {\n  ${name(r)}: string;\n  password?: string;\n}\n`,
  () => `def login(username: str, password: str = None) -> bool:\n    return check(password)\n`,
  (r) => `this.${name(r)} = config.${name(r)};\n`,
  (r) => `if (!${name(r)}) throw new Error('Invalid password');\n`,
  (r) => `<input type="password" name="password" placeholder="Password" id="pwd${r.below(9)}">\n`,
  (r) =>
    `"password": "${r.pick(['Mot de passe', 'Passwort', 'Contraseña', 'Password', 'Wachtwoord'])}",\n"forgot": "Mot de passe oublié ?"\n`,
  (r) => `"integrity": "sha512-${r.base64(86)}==",\n`,
  (r) => `commit ${r.hex(40)}\n    fix: token refresh\n`,
  (r) => `"resolved": "https://registry.npmjs.org/x/-/x-1.0.${r.below(20)}.tgz#${r.hex(40)}",\n`,
  (r) => `id: ${r.uuid()}\ntoken_type: Bearer\n`,
  (r) => `sha256:${r.hex(64)}\n`,
  (r) => `image: registry.corp/api@sha256:${r.hex(64)}\n`,
  (r) => `etag = "${r.hex(32)}"\n`,
  (r) =>
    `"key": "${r.pick(['user.profile.title', 'settings-panel', 'ArrowLeft', 'menu_item_12', 'com.acme.shop.key'])}",\n`,
  () => `primary key (id), foreign key (token_id) references tokens(id)\n`,
  () => `password_hash = bcrypt.hashpw(password, salt)\n`,
  (r) => `public_key: ssh-rsa AAAAB3NzaC1yc2E${r.base64(60)}\n`,
  (r) => `-----BEGIN CERTIFICATE-----\n${r.base64(64)}\n${r.base64(64)}\n-----END CERTIFICATE-----\n`,
  (r) => `-----BEGIN PUBLIC KEY-----\n${r.base64(64)}\n-----END PUBLIC KEY-----\n`,
  () => `mysql -u root -p shop < dump.sql\n`,
  () => `curl -u "$USER:$PASSWORD" https://api.corp\n`,
  () => `postgres://user:password@localhost:5432/db\n`,
  () => `postgresql://\${DB_USER}:\${DB_PASS}@db:5432/app\n`,
  (r) => `mongodb://localhost:27017/test${r.below(9)}\n`,
  (r) => `https://docs.corp/api/${r.hex(8)}?page=${r.below(99)}\n`,
  (r) => `git@github.com:acme/shop-${r.below(9)}.git\n`,
  (r) => `npm install lodash@4.17.${r.below(30)} react@18.${r.below(9)}.0\n`,
  () => `user@example.com, noreply@corp.fr, support@corp.fr\n`,
  (r) => `listen 0.0.0.0:${r.between(1000, 9000)}; bind 127.0.0.1\n`,
  (r) => `version = "${r.below(9)}.${r.below(20)}.${r.below(20)}.${r.below(9)}"\n`,
  (r) => `User-Agent: Mozilla/5.0 Chrome/12${r.below(9)}.0.${r.between(1000, 7000)}.${r.between(10, 200)}\n`,
  (r) => `subnet: 10.${r.below(200)}.0.0/16\nnetmask 255.255.255.0\n`,
  (r) => `timestamp: ${r.between(1_600_000_000, 1_800_000_000)}${r.digits(3)}\n`,
  (r) => `order_id=${r.digits(9)} total=${r.digits(4)}.${r.digits(2)}\n`,
  (r) => `ISBN 978-2-${r.digits(4)}-${r.digits(4)}-${r.digits(1)}\n`,
  (r) => `EAN ${r.digits(13)}\n`,
  (r) =>
    `2026-03-${r.between(10, 28)}T10:${r.between(10, 59)}:${r.between(10, 59)}.${r.digits(6)}Z INFO started pid=${r.digits(5)}\n`,
  () => `const phoneRegex = /^0[1-9](\\d{2}){4}$/;\n`,
  (r) => `color: #${r.hex(6)}; width: ${r.digits(3)}px; margin: 01 02 03 04\n`,
  (r) =>
    `matrix = [[${r.digits(2)}, ${r.digits(2)}, ${r.digits(2)}], [${r.digits(2)}, ${r.digits(2)}, ${r.digits(2)}]]\n`,
  (r) => `<Buffer ${Array.from({ length: 10 }, () => r.hex(2)).join(' ')}>\n`,
  () => `The rue form takes 2 places in the list, see route 3 of the plan.\n`,
  (r) => `Copyright (c) 20${r.between(10, 25)} Jane Roe <jane.roe@corp.org>\n`,
  () => `"author": "Luc Besnard <luc@besnard.io>",\n"license": "MIT"\n`,
  (r) => `// TODO: rotate the password before ${r.between(2024, 2030)}\n`,
  (r) => `The token expires after ${r.digits(4)} seconds; pass it as the first argument.\n`,
  (r) => `key_id = "${r.text('ABCDEFGHJKLMNP', 4)}-${r.digits(3)}"\nkey_size = 2048\n`,
  (r) => `tests passed: ${r.digits(4)}, failed: 0\n`,
  () => `token = next_token(lexer)\nkey = lambda x: x.name\n`,
  (r) => `secretName: app-tls-${r.below(9)}\nsecretKeyRef:\n  name: db\n  key: password\n`,
  () => `password_file: /run/secrets/db_password\nssl_key: /etc/ssl/private/server.key\n`,
  () => `siret = "12345678901234"\niban = "FR00 0000 0000 0000 0000 0000 000"\n`,
  () => `card: 4242 4242 4242 4242 exp 12/34\n`,
  () => `tel: 01 23 45 67 89\n`,
  (r) => `created 14/03/20${r.between(10, 25)}, updated 2025-06-0${r.between(1, 9)}\n`,
  () => `std::vector<int> v; Foo::Bar::baz(a::b);\n`,
];

/** Some 750 texts that look like secrets or personal data and are none. */
export function negativeSamples(seed: number): readonly Sample[] {
  const random = new Random(seed);
  return templates.flatMap((template, index) =>
    Array.from({ length: 12 }, (_, time) => toSample(`negative-${index}-${time}`, 'none', template(random))),
  );
}

import { Random } from '../random.ts';
import { type Sample, toSample } from '../sample.ts';

// What stands in repositories, manuals and consoles where secrets and personal data stand in others.

type Template = (r: Random) => string;

const noun = (r: Random) =>
  r.pick(['password', 'secret', 'token', 'apiKey', 'credential', 'passphrase', 'mot_de_passe']);

const templates: readonly Template[] = [
  (r) =>
    `${noun(r)}:\n  type: string\n  format: password\n  minLength: ${r.between(8, 16)}\n  description: The ${noun(r)} of the account\n`,
  (r) =>
    `CREATE TABLE users (\n  id serial PRIMARY KEY,\n  ${noun(r)} VARCHAR(${r.pick([60, 128, 255])}) NOT NULL,\n  email TEXT UNIQUE\n);\n`,
  (r) => `t.string "${noun(r)}_digest", null: false, limit: ${r.pick([60, 255])}\n`,
  (r) =>
    `variable "${noun(r)}" {\n  type      = string\n  sensitive = true\n}\noutput "x" { value = var.${noun(r)} }\n`,
  (r) => `password = data.aws_secretsmanager_secret_version.${r.pick(['db', 'app'])}.secret_string\n`,
  (r) =>
    `{{- if .Values.auth.${noun(r)} }}\n  ${noun(r)}: {{ .Values.auth.${noun(r)} | b64enc | quote }}\n{{- end }}\n`,
  (r) => `secretRef: arn:aws:secretsmanager:eu-west-3:${r.digits(12)}:secret:prod/db-${r.base62(6)}\n`,
  () => `DB_PASSWORD_FILE=/run/secrets/db_password\nPASSWORD_STORE_DIR=~/.password-store\n`,
  (r) => `password: ENC[AES256_GCM,data:${r.base64(24)},iv:${r.base64(43)}=,tag:${r.base64(22)}==,type:str]\n`,
  (r) => `db_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  ${r.hex(80)}\n  ${r.hex(80)}\n`,
  (r) => `kind: SealedSecret\nspec:\n  encryptedData:\n    password: AgB${r.base64(200)}\n`,
  (r) =>
    `<label for="pwd${r.below(9)}">Mot de passe</label>\n<input id="pwd" type="password" autocomplete="current-password">\n`,
  () =>
    `"login.password": "Mot de passe",\n"login.passwordHint": "Au moins 12 caractères",\n"login.forgot": "Mot de passe oublié ?"\n`,
  (r) => `if (password.length < ${r.between(8, 14)}) throw new Error('Password too short');\n`,
  () => `expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'password');\n`,
  (r) => `log.info("password changed for user {}", userId); // ticket ${r.digits(4)}\n`,
  () => `Le mot de passe doit contenir une majuscule, un chiffre et un caractère spécial.\n`,
  () => `Password must be at least 12 characters; the token is sent by mail.\n`,
  () => `Saisissez votre mot de passe : il ne sera pas affiché à l'écran.\n`,
  (r) =>
    `def reset_password(user, new_password, token=None):\n    user.password = make_password(new_password)\n    return token or default_token(${r.below(9)})\n`,
  (r) => `token := lexer.Next()\nif token.Kind == ast.Token${r.pick(['String', 'Number', 'Ident'])} {\n}\n`,
  () => `const { password, ...rest } = user;\nreturn { ...rest, token: signToken(user.id) };\n`,
  (r) => `password: z.string().min(${r.between(6, 12)}).max(64),\ntoken: z.string().uuid(),\n`,
  () => `private final PasswordEncoder passwordEncoder;\nprivate String apiKey;\n@NotBlank private String secret;\n`,
  () => `authorization: Bearer <token>\nX-Api-Key: <your api key>\n`,
  () => `export GITHUB_TOKEN=ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\nexport AWS_SECRET_ACCESS_KEY=...\n`,
  () => `aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n`,
  () => `PASSWORD=\nAPI_KEY=\nSECRET=your-secret-here\nTOKEN=changeme\n`,
  () => `mysql://user:pass@localhost/db\npostgres://postgres:postgres@localhost:5432/test\nredis://localhost:6379\n`,
  (r) => `- uses: actions/checkout@${r.hex(40)} # v4.1.1\n`,
  (r) => `FROM node:24@sha256:${r.hex(64)}\n`,
  (r) =>
    `  "node_modules/x": {\n    "version": "1.${r.below(30)}.${r.below(30)}",\n    "integrity": "sha512-${r.base64(86)}=="\n  },\n`,
  (r) => `golang.org/x/net v0.${r.below(40)}.0 h1:${r.base64(43)}=\n`,
  (r) => `checksum = "${r.hex(64)}"\ndependencies = ["libc"]\n`,
  (r) => `index ${r.hex(7)}..${r.hex(7)} 100644\nSubproject commit ${r.hex(40)}\n`,
  (r) =>
    `<path d="M${r.digits(2)}.${r.digits(3)} ${r.digits(2)}.${r.digits(3)}c0-1.1.9-2 2-2h${r.digits(2)}v${r.digits(2)}z" fill="#${r.hex(6)}"/>\n`,
  (r) => `background: url("data:image/svg+xml;base64,${r.base64(160)}");\n`,
  (r) => `{"mappings":"${r.text('ABCDEFGIKMNOQSUWYacegikmoqsuwy,;', 180)}","names":[]}\n`,
  (r) => `const chunk = import("./assets/index-${r.url64(8)}.js"); // ${r.hex(20)}\n`,
  (r) => `traceparent: 00-${r.hex(32)}-${r.hex(16)}-01\nx-request-id: ${r.uuid()}\n`,
  (r) => `_id: ${r.hex(24)}, sessionId: null, correlationId: ${r.uuid()}\n`,
  (r) =>
    `thumbprint: ${r.hex(40).toUpperCase()}\nserial: ${r.hex(2)}:${r.hex(2)}:${r.hex(2)}:${r.hex(2)}:${r.hex(2)}:${r.hex(2)}:${r.hex(2)}:${r.hex(2)}\n`,
  (r) => `SHA256:${r.base64(43)} root@build (ED25519)\nssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${r.base64(43)} deploy\n`,
  (r) => `assert_eq!(sha256("abc"), "${r.hex(64)}");\n`,
  (r) => `Facture F-2026-${r.digits(5)} · Commande ${r.digits(8)} · Total ${r.digits(3)},${r.digits(2)} €\n`,
  (r) => `Colis 6A${r.digits(11)} remis le 12/03/2026 à 14:05\n`,
  (r) => `Article ${r.digits(13)} (EAN), lot ${r.digits(6)}, DLC 12/2027\n`,
  (r) => `ISSN 1234-${r.digits(4)}, doi:10.${r.digits(4)}/${r.base62(8)}\n`,
  (r) =>
    `requests==2.${r.between(10, 40)}.${r.below(9)}\nchrome/12${r.below(9)}.0.${r.digits(4)}.${r.digits(2)}\nversion 4.${r.below(9)}.${r.below(99)}.${r.below(99)}\n`,
  (r) => `10.${r.below(250)}.0.0/16 via 192.168.1.1 dev eth0\n127.0.0.1 localhost\n0.0.0.0:80\n255.255.255.0\n`,
  (r) =>
    `{"lat": 48.${r.digits(7)}, "lng": 2.${r.digits(7)}, "bbox": [${r.digits(3)}, ${r.digits(3)}, ${r.digits(3)}]}\n`,
  (r) =>
    `epoch ${r.between(1_600_000_000, 1_900_000_000)} · ms ${r.between(1_600_000_000, 1_900_000_000)}${r.digits(3)} · pid ${r.digits(5)}\n`,
  (r) => `Réunion le 14/03/2026 à 10h30 ; livraison prévue le 2 avril 2026 ; version du ${r.between(10, 28)}/01/2025\n`,
  (r) => `released_on: 2025-0${r.between(1, 9)}-1${r.below(9)}\nlast_modified: 2024-11-0${r.between(1, 9)}T08:00:00Z\n`,
  () => `email: user@example.com\ncontact: noreply@example.org\nto: test@test.com\n`,
  () => `git clone git@github.com:acme/shop.git\nnpm i @types/node@24.1.0\nimport x from '@scope/pkg';\n`,
  () => `const re = /^[\\w.+-]+@[\\w-]+\\.[\\w.]+$/;\nconst phone = /^(?:\\+33|0)[1-9](?:\\d{2}){4}$/;\n`,
  () => `@media (max-width: 600px) { .a { padding: 01px 02px 03px 04px } }\n@app.route("/x")\n`,
  (r) =>
    `0x${r.hex(8)} 0x${r.hex(8)} 0x${r.hex(8)}\n00000010: ${r.hex(4)} ${r.hex(4)} ${r.hex(4)} ${r.hex(4)}  ................\n`,
  (r) => `${r.digits(1)} ${r.digits(3)} ${r.digits(3)} habitants, soit ${r.digits(2)} % de plus qu'en 1999\n`,
  (r) => `budget 2026 : ${r.digits(3)} ${r.digits(3)} ${r.digits(3)} €, réalisé ${r.digits(3)} ${r.digits(3)} €\n`,
  () => `NIR, IBAN et SIRET sont des données à protéger ; l'IBAN compte 27 caractères en France.\n`,
  () => `La clé : bien choisir. Le jeton : un par requête. Le secret : la patience.\n`,
  (r) => `The key to success: ${r.pick(['patience', 'automation', 'documentation'])}. The secret: practice.\n`,
  (r) =>
    `kubectl get secret db -o jsonpath='{.data.password}' | base64 -d\nvault kv get -field=password secret/${r.pick(['db', 'app'])}\n`,
  (r) => `--password-stdin\ndocker login -u ci --password-stdin registry.corp.fr < token.txt # ${r.below(9)}\n`,
  () => `mysql -h db -u app -p"$DB_PASSWORD" shop\nsshpass -e ssh host\ncurl -H "Authorization: Bearer $TOKEN" x\n`,
  () => `passwd: files systemd\nshadow: files\npassword requisite pam_pwquality.so retry=3\n`,
  () => `root:x:0:0:root:/root:/bin/bash\nnobody:*:65534:65534::/nonexistent:/usr/sbin/nologin\n`,
  (r) => `{"alg":"RS256","kid":"${r.hex(16)}","kty":"RSA","e":"AQAB","n":"${r.url64(171)}"}\n`,
  (r) => `Sentry.init({ dsn: "", environment: "prod", release: "${r.hex(40)}" });\n`,
  (r) => `gtag('config', 'G-${r.text('ABCDEFGHJKLMNPQRSTUVWXYZ0123456789', 10)}');\nUA-${r.digits(8)}-1\n`,
];

/** Some 700 texts of a third hand without anything to hide. */
export function thirdNegativeSamples(seed: number): readonly Sample[] {
  const random = new Random(seed);
  return templates.flatMap((template, index) =>
    Array.from({ length: 10 }, (_, time) => toSample(`third-negative-${index}-${time}`, 'none', template(random))),
  );
}

import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import { readAssignment } from './assignment.ts';
import { isPassword } from './judge-password.ts';

/** Passwords by the name of their key, in any syntax. */
export const assignedPassword: KeywordDetector = {
  id: 'assigned-password',
  kind: 'password',
  class: 'secret',
  rank: 1,
  source: { url: 'https://cwe.mitre.org/data/definitions/798.html' },
  keywords: [
    'pass',
    'pwd',
    'pw',
    'psw',
    'mdp',
    'kennwort',
    'contrasena',
    'senha',
    'wachtwoord',
    'haslo',
    'heslo',
    'parola',
    'identified by',
    'mot de passe',
    'masterauth',
    'mnemonic',
    'psk',
  ],
  find: (text, start, end) => {
    const assignment = readAssignment(text, start, end);
    return assignment?.meaning === 'password' && isPassword(assignment) ? assignment.value : undefined;
  },
  examples: {
    catches: () => [
      `{"password": "«${fake.password(1)}»"}`,
      `password: «${fake.password(2)}»\nhost: db`,
      `[db]\npassword = "«${fake.password(3)}»"`,
      `DB_PASSWORD=«${fake.password(4)}»`,
      `spring.datasource.password=«${fake.password(5)}»`,
      `<password>«${fake.password(6)}»</password>`,
      `<add key="SmtpPassword" value="«${fake.password(7)}»"/>`,
      `export PGPASSWORD='«${fake.password(8)}»'`,
      `mysqldump --password=«${fake.password(9)}» shop`,
      `CREATE USER app IDENTIFIED BY '«${fake.password(10)}»';`,
      `ALTER ROLE app WITH LOGIN PASSWORD '«${fake.password(11)}»';`,
      `define('DB_PASSWORD', '«${fake.password(12)}»');`,
      `client.setPassword("«${fake.password(13)}»");`,
      `env:\n  - name: DB_PASSWORD\n    value: "«${fake.password(14)}»"`,
      `machine ftp.acme.fr login bob password «${fake.password(15)}»`,
      `Le mot de passe est «${fake.password(16)}», merci.`,
      `let password: &str = "«${fake.password(17)}»";`,
      `if (pwd == "«${fake.password(18)}»") {`,
    ],
    spares: () => [
      'password: string;',
      'const password = getPassword();',
      'password = os.environ["DB_PASSWORD"]',
      'DB_PASSWORD=${DB_PASSWORD}',
      'password: "changeme"',
      '"password": "<your-password>"',
      '<label for="password">Password</label>',
      'user.password = hash(user.password)',
      '"password": "Mot de passe"',
      'passwordField: "#password"',
      'password_reset_url: "https://acme.fr/reset"',
      'password: ********',
      'pass: through',
      'password: {{ vault_db_password }}',
    ],
  },
};

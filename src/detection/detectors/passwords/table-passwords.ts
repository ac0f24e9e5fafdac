import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import { cellsUnder, valuesOf, valuesUnder } from '../../reading/table-cells.ts';
import { isPlausiblePassword } from './plausible-password.ts';

const column =
  /^"?(?:\w*_)?(?:pass(?:word|wd|phrase)?|pwd|pw|mdp|mot_?de_?passe|mot de passe|secret|api_?key|token|hash|password_hash|user_?pass(?:word)?)"?$/;

/** Passwords and secrets in columns: CSV, tables of Markdown and psql, `INSERT INTO` statements. */
export const tablePassword: KeywordDetector = {
  id: 'table-password',
  kind: 'password',
  class: 'secret',
  rank: 1,
  source: { url: 'https://www.rfc-editor.org/rfc/rfc4180' },
  keywords: [
    'password',
    'passwd',
    'pwd',
    'mot de passe',
    'mot_de_passe',
    'mdp',
    'secret',
    'api_key',
    'insert into',
    'insert ignore into',
  ],
  find: (text, start) => {
    const named = [...valuesUnder(text, start, column), ...cellsUnder(text, start, column)];
    const unnamed = valuesOf(text, start, accounts).filter((span) => digest.test(text.slice(span.start, span.end)));
    return [...named.filter((span) => isCell(text.slice(span.start, span.end))), ...unnamed];
  },
  examples: {
    catches: () => [
      `INSERT INTO users (id, login, password) VALUES (1, 'bob', '«${fake.password(1)}»'), (2, 'eve', '«${fake.password(2)}»');`,
      `INSERT INTO users VALUES (1,'bob','«${fake.hex(5, 32)}»','x');`,
      `login,password,role\nbob,«${fake.password(3)}»,admin\n`,
      `| user | password | url |\n|---|---|---|\n| bob | «${fake.password(4)}» | x |\n`,
    ],
    spares: () => ["INSERT INTO t (id, password) VALUES (1, NULL), (2, '');", 'login,password,role\nbob,x,admin\n'],
  },
};

// A dump without columns: in a table of accounts, what has a digest's form is a password's.
const accounts = /user|account|member|login|admin|client|customer|utilisateur|compte/;
const digest = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/i;

function isCell(value: string): boolean {
  return value.length >= 5 && !/\s/.test(value) && isPlausiblePassword(value);
}

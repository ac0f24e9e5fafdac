import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import type { Span } from '../../finding.ts';
import { meaningOf } from '../../reading/secret-name.ts';
import { isPlausiblePassword } from './plausible-password.ts';

/** Settings that SQL keeps as name and value: `UPDATE … SET value = '…' WHERE name = 'api_secret'`. */
export const settingUpdate: KeywordDetector = {
  id: 'setting-update',
  kind: 'password',
  class: 'secret',
  rank: 2,
  source: { url: 'https://www.postgresql.org/docs/current/sql-update.html' },
  keywords: ['update '],
  find: (text, start) => {
    update.lastIndex = start;
    const found = update.exec(text);
    const set = found?.indices?.[1];
    if (!set || !found?.[1] || !namesSecret(found[2] ?? '')) return undefined;
    return valueOf(found[1], set[0]);
  },
  examples: {
    catches: () => [
      `UPDATE settings SET value = '«${fake.password(1)}»' WHERE name = 'api_secret';`,
      `update config set val='«${fake.hex(2, 32)}»', updated=now() where cle = 'smtp_password'`,
    ],
    spares: () => [
      "UPDATE settings SET value = 'fr' WHERE name = 'language';",
      "UPDATE settings SET value = 'secret' WHERE name = 'api_secret';",
      "UPDATE users SET name = 'bob2024' WHERE id = 'password'",
    ],
  },
};

const literal = String.raw`'(?:[^'\n]|''){1,200}'`;
const update = new RegExp(
  String.raw`UPDATE\s+[\w."${'`'}[\]]{1,80}\s+SET\s+((?:${literal}|[^';]){1,1000}?)\sWHERE\s([^;\n]{1,300})`,
  'diy',
);
const assigned =
  /(?:^|[\s,"`[])(?:\w*_)?(?:value|val|valeur|data|content|setting)["`\]]?\s*=\s*N?'((?:[^'\n]|''){4,200})'/di;

function namesSecret(condition: string): boolean {
  return [...condition.matchAll(/=\s*N?'([\w.-]{2,80})'/g)].some(([, name]) => {
    const meaning = meaningOf(name ?? '');
    return meaning === 'password' || meaning === 'secret';
  });
}

function valueOf(set: string, at: number): Span | undefined {
  const found = assigned.exec(set);
  const span = found?.indices?.[1];
  return span && isPlausiblePassword(found?.[1] ?? '') ? { start: at + span[0], end: at + span[1] } : undefined;
}

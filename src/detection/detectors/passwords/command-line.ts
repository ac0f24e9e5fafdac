import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import type { Span } from '../../finding.ts';
import { lineStart } from '../../reading/lines.ts';
import { isPlausiblePassword } from './plausible-password.ts';

const curl = { url: 'https://curl.se/docs/manpage.html#-u' };

/** `curl -u user:password` and its like. */
export const commandUser: KeywordDetector = {
  id: 'command-user',
  kind: 'password',
  class: 'secret',
  rank: 2,
  source: curl,
  keywords: [' -u', ' --user', ' --proxy-user', "'-u", '"-u'],
  find: (text, start) => {
    userOption.lastIndex = start;
    const found = userOption.exec(text);
    const [from, to] = found?.indices?.[2] ?? [0, 0];
    if (!found?.[1] || !found[2] || !isPlausiblePassword(found[2], found[1])) return undefined;
    return webCommand.test(commandBefore(text, start)) ? { start: from, end: to } : undefined;
  },
  examples: {
    catches: () => [
      `curl -u admin:«${fake.password(1)}» https://api.acme.fr/v1`,
      `curl -s --user "bob@acme.fr:«${fake.base62(2, 16)}»" https://x`,
      `http -a x GET y; wget; curl -u'ci:«${fake.base62(3, 12)}»' https://x`,
    ],
    spares: () => [
      'curl -u user:password https://x',
      'curl -u "$USER:$TOKEN" https://x',
      'docker run -u 1000:1000 x',
      'sort -u a:b1',
    ],
  },
};

const userOption = /['" ](?:-u|--(?:proxy-)?user(?:name)?)['"]?[ =,]{0,3}["']?([^\s:"'`]{1,80}):([^\s"'`]{3,120})/dy;
const webCommand = /(?:curl|http|https|wget|ab|hey|svn|ldapsearch|siege)(?:\.exe)?['"]?[ ,\\]/;

// The command line up to here: back to a line break that no backslash continues.
function commandBefore(text: string, at: number): string {
  const window = text.slice(Math.max(0, at - 400), at + 1);
  const breaks = [...window.matchAll(/(?<!\\)\r?\n/g)].at(-1);
  return breaks ? window.slice(breaks.index) : window;
}

/** Passwords behind a short option of a database's or archive's command: `mysql -uroot -pSECRET`, `redis-cli -a`. */
export const commandPassword: KeywordDetector = {
  id: 'command-password',
  kind: 'password',
  class: 'secret',
  rank: 2,
  source: { url: 'https://dev.mysql.com/doc/refman/9.0/en/password-security-user.html' },
  keywords: [' -p', ' -a', ' -w', ' --pass', '"-p', "'-p"],
  find: (text, start) => {
    for (const [command, option] of shortOptions) {
      option.lastIndex = start;
      const found = option.exec(text);
      if (!found?.[1] || !isPlausiblePassword(found[1])) continue;
      if (!command.test(commandBefore(text, start))) continue;
      const end = option.lastIndex - (found[0].length - found[0].indexOf(found[1]) - found[1].length);
      return { start: end - found[1].length, end };
    }
    return undefined;
  },
  examples: {
    catches: () => [
      `mysql -uroot -p«${fake.password(4)}» shop < dump.sql`,
      `mysqladmin -u root -p'«${fake.password(5)}»' status`,
      `["mysqldump", "-uroot", "-p«${fake.password(14)}»", "shop"]`,
      `sshpass -p «${fake.base62(6, 12)}» ssh bob@host`,
      `redis-cli -h cache -a «${fake.base62(7, 16)}» ping`,
      `docker login -u ci -p «${fake.base62(8, 20)}» r.acme.fr`,
      `sqlcmd -S sql01 -U sa -P «${fake.password(10)}» -i a.sql`,
      `ldapsearch -D cn=admin -w «${fake.password(9)}» -b dc=acme`,
    ],
    spares: () => [
      'mysql -u root -p shop',
      'mkdir -p /var/lib/x1',
      'docker run -p 8080:80 x',
      'redis-cli -a $REDIS_PASSWORD',
      'ssh -p 2222 h1',
    ],
  },
};

const attached = /[ "']-p["']?([^\s"'`=-][^\s"'`]{3,80})["']?/y;
const spacedP = / -[pP][ =]?["']?([^\s"'`-][^\s"'`]{3,120})["']?/y;
const spacedA = / -a[ =]?["']?([^\s"'`-][^\s"'`]{3,120})["']?/y;
const spacedW = / -w[ =]?["']?([^\s"'`-][^\s"'`]{3,120})["']?/y;
const shortOptions: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:mysql\w*|mariadb[\w-]*|mysqld-?\w*|7z[ar]?)(?:\.exe)?["']?[ ,]/, attached],
  [
    /(?:sshpass|(?:docker|podman|helm|az|oc|skopeo|nerdctl) (?:registry )?login|mongo\w*|isql|sqlcmd|bcp|htpasswd|cqlsh|expect|ipmitool|psexec|winexe|mosquitto_\w+|(?:un)?zip) /,
    spacedP,
  ],
  [/(?:redis-cli|keydb-cli|valkey-cli) /, spacedA],
  [/(?:ldap\w+) /, spacedW],
];

/** The fifth field of a PostgreSQL password file. */
export const pgpass: KeywordDetector = {
  id: 'pgpass',
  kind: 'password',
  class: 'secret',
  rank: 2,
  source: { url: 'https://www.postgresql.org/docs/current/libpq-pgpass.html' },
  keywords: [':0000:', ':*:', ':00000:'],
  find: (text, start) => {
    const lineAt = lineStart(text, start);
    if (start - lineAt > 120) return undefined;
    line.lastIndex = lineAt;
    const found = line.exec(text);
    const span = found?.indices?.[1];
    return span && found[1] && isPlausiblePassword(found[1]) && !/^\d+$/.test(found[1]) ? toSpan(span) : undefined;
  },
  examples: {
    catches: () => [`db.acme.fr:5432:shop:app:«${fake.password(10)}»\n`, `*:*:*:postgres:«${fake.base62(11, 14)}»`],
    spares: () => ['server:8080:80:tcp:x', 'a:5432:b:c:${PW}', '10.0.0.1:5432:1:2:33333'],
  },
};

const line =
  /(?:[A-Za-z0-9.-]{1,80}|\*):(?:\d{4,5}|\*):[^:\s]{1,60}:[^:\s]{1,60}:([^\s:/][^\s:]{3,100})[ \t]*(?=\r?\n|$)/dy;

function toSpan([start, end]: readonly [number, number]): Span {
  return { start, end };
}

/** What Cisco's and their kin's configurations show of passwords (types 0, 5, 7, 8 and 9). */
export const routerPassword: KeywordDetector = {
  id: 'router-password',
  kind: 'password',
  class: 'secret',
  rank: 2,
  source: {
    url: 'https://community.cisco.com/t5/networking-knowledge-base/understanding-the-differences-between-the-cisco-password-secret/ta-p/3163238',
  },
  keywords: ['password 0 ', 'secret 0 ', 'key 0 ', 'rocommunity ', 'rwcommunity ', 'snmp-server community '],
  find: (text, start) => {
    router.lastIndex = start;
    const found = router.exec(text);
    const span = found?.indices?.[1];
    return span && found[1] && isPlausiblePassword(found[1]) ? toSpan(span) : undefined;
  },
  examples: {
    catches: () => [
      `username ops password 7 «${fake.upperHex(12, 18)}»`,
      `enable secret 0 «${fake.base62(13, 12)}»`,
      `snmp-server community «${fake.base62(14, 10)}» RO`,
    ],
    spares: () => ['password 7 days old'],
  },
};

const router =
  /(?:r[ow]community |snmp-server community (?=\S+ [rR][oOwW]\b)|(?:password|secret|key) (?:7 (?=[0-9A-F]{8,80}(?:\s|$))|0 ))(\S{4,80})(?=\s|$)/dy;

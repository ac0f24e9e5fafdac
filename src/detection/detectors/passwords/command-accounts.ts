import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import { isPlausiblePassword } from './plausible-password.ts';

// Commands that take an account's password in a way of their own, each with its form from where the keyword stands.
const forms: readonly (readonly [keyword: string, form: RegExp])[] = [
  [
    'echo ',
    /echo (?:-[ne]+ )?["']?(?:[\w.-]{1,40}:)?([^\s"'`:|]{4,80}) ?["']?\s{0,3}\|\s{0,3}(?:sudo )?(?:sudo (?:-\w+ )*-S|chpasswd|passwd --stdin|docker login|kinit|smbpasswd|cryptsetup|openssl)/dy,
  ],
  ['lftp ', /lftp (?:-\w+ )?-u ["']?[^\s,"']{1,60},([^\s"'`]{4,80})/dy],
  [' -u', / -U ["']?[^\s%"']{1,60}%([^\s"'`]{4,80})/dy],
  [' /p:', / \/p:["']?([^\s"'`]{4,80})/dy],
  ['net user ', /net user \S{1,60} ["']?(?![/*])([^\s"'`]{4,80})["']?(?= |$|\r|\n)/dy],
  ['net use ', /net use [^\n]{0,160}?\/u(?:ser)?:["']?[^\s"']{1,60}["']? ["']?(?![/*])([^\s"'`]{4,80})/diy],
  ['net use ', /net use (?:[\w*]:? )?\\\\\S{1,120} ["']?(?![/*])([^\s"'`]{4,80})["']? \/u/diy],
  ['oracle:thin:', /oracle:thin:[\w$#.-]{1,40}\/["']?([^\s@"'/]{4,80})["']?@/diy],
  ['oracle:oci:', /oracle:oci:[\w$#.-]{1,40}\/["']?([^\s@"'/]{4,80})["']?@/diy],
  [
    'identified by ',
    /(?<=(?:USER|ROLE|TO|GRANT)\s[^\n;]{1,80}\s)IDENTIFIED BY ([\w$#!.+-]{4,60})(?=\s*(?:;|$|\r?\n|USING|ACCOUNT|DEFAULT|TEMPORARY|PROFILE|QUOTA|REPLACE|PASSWORD|["'`]))/diy,
  ],
  ['sqlplus ', /sqlplus (?:-\w+ )?["']?[\w.-]{1,40}\/([^\s@"'/]{4,80})@/dy],
  ['connect ', /(?:CONNECT|connect|CONN|conn) \w{1,40}\/([^\s@"'/]{4,80})@/dy],
  ['pass:', /-pass(?:in|out)? pass:([^\s"'`]{4,80})/dy],
  ['openssl ', /openssl [^\n]{1,160}? -[kK] ["']?([^\s"'`-][^\s"'`]{3,80})/dy],
  ['htpasswd ', /htpasswd -\w*b\w* \S{1,80} \S{1,40} ["']?([^\s"'`-][^\s"'`]{3,80})/dy],
  ['auth-pass ', /auth-pass [\w.-]{1,60} ["']?([^\s"'`]{4,80})["']?[ \t]*(?=\r?\n|$)/dy],
  ['convertto-securestring ', /ConvertTo-SecureString (?:-String )?["']([^\s"'`]{4,80})["']/diy],
];

/** Passwords of accounts on the command line, where neither a name nor an option of one letter tells. */
export const commandAccount: KeywordDetector = {
  id: 'command-account',
  kind: 'password',
  class: 'secret',
  rank: 2,
  source: { url: 'https://cwe.mitre.org/data/definitions/214.html' },
  keywords: [...forms.map(([keyword]) => keyword), '-passin pass:', '-passout pass:'],
  find: (text, start) => {
    for (const [, form] of forms) {
      form.lastIndex = start;
      const found = form.exec(text);
      const span = found?.indices?.[1];
      if (span && isPlausiblePassword(found[1] ?? '')) return { start: span[0], end: span[1] };
    }
    return undefined;
  },
  examples: {
    catches: () => [
      `echo '«${fake.password(1)}»' | sudo -S apt-get update`,
      `echo "root:«${fake.base62(2, 12)}»" | chpasswd`,
      `smbclient //srv/share -U bob%«${fake.password(3)}»`,
      `xfreerdp /u:bob /p:«${fake.base62(4, 12)}» /v:host`,
      `net use Z: \\\\srv\\share /user:ACME\\bob «${fake.password(11)}»`,
      `net use \\\\srv\\share «${fake.password(12)}» /user:bob`,
      `jdbc:oracle:thin:scott/«${fake.base62(13, 10)}»@db:1521/x`,
      'CREATE DATABASE LINK x CONNECT TO scott IDENTIFIED BY «tigre2024» USING orcl;',
      `sqlplus system/«${fake.base62(5, 12)}»@db:1521/x`,
      `openssl rsa -in a.key -passin pass:«${fake.base62(6, 12)}»`,
      `openssl enc -aes-256-cbc -k «${fake.base62(7, 12)}» -in a -out b`,
      `htpasswd -cb .htpasswd bob «${fake.password(8)}»`,
      `sentinel auth-pass mymaster «${fake.base62(9, 12)}»\n`,
      `New-Object PSCredential("bob", (ConvertTo-SecureString '«${fake.password(10)}»' -AsPlainText -Force))`,
    ],
    spares: () => [
      'echo "done" | tee x',
      'net user bob /delete',
      'net use Z: /delete',
      'users identified by email;',
      'CREATE USER bob IDENTIFIED BY password;',
      'sqlplus / as sysdba',
      'a -U bob%$PASS',
      'connect a/b@c',
      'openssl enc -aes-256-cbc -k "$KEY"',
      'ConvertTo-SecureString $plain -AsPlainText',
    ],
  },
};

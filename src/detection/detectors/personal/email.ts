import type { KeywordDetector } from '../../detector.ts';
import { foldText } from '../../engine/fold.ts';
import { lineStart } from '../../reading/lines.ts';

/** E-mail addresses of persons. Addresses of roles, of manuals, and of authors who sign public code are left alone. */
export const email: KeywordDetector = {
  id: 'email',
  kind: 'email',
  class: 'personal',
  rank: 3,
  source: { url: 'https://www.rfc-editor.org/rfc/rfc5322#section-3.4.1' },
  keywords: ['@', '%00'],
  find: (text, start) => {
    // Digits are alike to keywords: of all that a percent sign may stand before, only %40 is an @.
    const width = text.charAt(start) === '@' ? 1 : 3;
    if (width === 3 && !isEncodedAt(text, start)) return undefined;
    if (!inLocal(text.charCodeAt(start - 1)) || !/[A-Za-z0-9]/.test(text.charAt(start + width))) return undefined;
    const first = startOfLocal(text, start);
    domain.lastIndex = start + width;
    const host = domain.exec(text)?.[0];
    if (!host || first === start) return undefined;
    const local = text.slice(first, start);
    if (width === 3 && !isParameter(text, first, local)) return undefined;
    if (text.charAt(first - 1) === '@' || !isNaturalCase(host)) return undefined;
    if (text.charAt(start + width + host.length) === ':' && local === 'git') return undefined;
    if (!isPerson(local, host) || isLogin(text, first) || isSignature(text, first)) return undefined;
    return { start: first, end: start + width + host.length };
  },
  examples: {
    catches: () => [
      'contact: «claire.martin@acme-sud.fr»',
      'to="«jdupont42@orange.fr»"',
      'https://acme.fr/x?mail=«mathis.benali%40orange.fr»&page=2',
      'contact «a@banque-durand.fr»',
      '"email": "«m.lefevre@mairie-lyon.fr»"',
      String.raw`{"text": "bonjour\n«m.lefevre@mairie-lyon.fr»"}`,
    ],
    spares: () => [
      'git@github.com:acme/shop.git',
      'noreply@acme.fr',
      'user@example.com',
      'npm i lodash@4.17.21',
      '@Override void x()',
      'Copyright (c) 2024 Claire Martin <claire@acme-sud.fr>',
      '"author": "Claire Martin <claire@acme-sud.fr>"',
      ' * @author Claire Martin <claire@acme-sud.fr>',
      'support@acme.fr',
      'a@b.com',
      'width: 10%40px.fr',
      "resolve('//trusted.com%40evil-host.com/path')",
      'test-user@gmail.com',
      '           2008-2011, Claire Martin <claire@acme-sud.fr>',
      String.raw`ProtoP\001Z@acme-sud.fr`,
    ],
  },
};

const localUnit = new Uint8Array(256);
for (const character of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&*+/=?^_{|}~-'")
  localUnit[character.charCodeAt(0)] = 1;
for (let code = 0xc0; code < 256; code += 1) localUnit[code] = 1;

function inLocal(code: number): boolean {
  return localUnit[code] === 1;
}

const escaped = /^(?:[nrtbf]|u[0-9a-f]{4}|x[0-9a-f]{2}|[0-7]{3})/i;

function startOfLocal(text: string, at: number): number {
  let first = at;
  while (first > 0 && at - first < 64 && inLocal(text.charCodeAt(first - 1))) first -= 1;
  const local = text.slice(first, at);
  // mailto:, a quote, an assignment or a path before it are not part of it.
  const lead = /^.*[=/&?#|{}!$*'](?=[^=/&?#|{}!$*']*$)|^[.-]+/.exec(local)?.[0].length ?? 0;
  // Nor is the rest of an escape: \\n, \\u00e9, \\001.
  const escape = lead === 0 && text.charAt(first - 1) === '\\' ? escaped.exec(local)?.[0].length : undefined;
  return first + (escape ?? lead);
}

// `ssh deploy@web1.acme.fr`, `scp x bob@host:`, `https://bob:x@host`: an account on a machine, no mailbox.
function isLogin(text: string, at: number): boolean {
  return /:\/\/[^\s/@]{0,80}$|(?:^|[\s"'`;&|(])(?:ssh|scp|sftp|rsync|mosh|sshpass|ssh-copy-id|autossh)\b[^\n]{0,80}$/.test(
    text.slice(Math.max(0, at - 100), at),
  );
}

function isNaturalCase(host: string): boolean {
  const top = host.slice(host.lastIndexOf('.') + 1);
  return top === top.toLowerCase() || host === host.toUpperCase();
}

const domain = /(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,5}(?:[A-Za-z]{2,24})(?![A-Za-z0-9@(])/y;

const roles = new Set(
  (
    'info contact support admin administrator administration root postmaster webmaster hostmaster abuse noreply no-reply donotreply do-not-reply ' +
    'security hello help helpdesk sales press billing privacy dpo legal jobs career careers recrutement office mail email team dev ' +
    'devs developers bugs bug issues feedback service services news newsletter notifications notification alerts alert ' +
    'ops sre system daemon mailer-daemon git svn ftp www web api bot ci user username test tests tester testing foo bar baz ' +
    'me you name someone somebody nobody anyone alice bob john jane joe doe john.doe jane.doe johndoe janedoe jdoe example sample ' +
    'demo your your.name yourname firstname.lastname first.last prenom.nom nom.prenom votre.nom moi toto a b c x y z abc xyz ' +
    'user1 user2 user.name my.name myname email.address sender recipient from to accueil direction comptabilite rh commercial ' +
    'community conduct opensource oss maintainers committers announce list lists subscribe unsubscribe open-source'
  ).split(' '),
);
// Domains of manuals (RFC 2606), of machines, of lists, of projects that publish their addresses, and ends that are files.
const manualDomain =
  /(?:^|\.)(?:example|test|invalid|localhost|local|internal|lan|localdomain|consul|corp|home|intranet|cluster|svc|onion|arpa)$|^(?:[\w-]+\.)?(?:example|exemple|domain|domaine|yourdomain|mydomain|yourcompany|company|mycompany|email|mail|host|foo|bar|test|acme|server|site|website|somewhere|nowhere|mailinator)\.(?:com|org|net|io|fr|dev|tld|edu|co)$|users\.noreply\.github\.com$|noreply|redacted\.invalid$|googlegroups\.com$|^(?:lists?|groups?|mail)\.|sentry\.io$|(?:^|\.)(?:perl|cpan|python|gnu|debian|ubuntu|vim|w3|apache|kernel|gnome|kde|freebsd|ietf|openssl|nodejs|mozilla|chromium|fsf|launchpad)\.(?:org|com|net)$|^openssh\.com$|gserviceaccount\.com$|npmjs\.(?:org|com)$|\.tld$|^example-|\.(?:png|jpe?g|gif|svg|webp|js|ts|css|json|md|py|html?|yml|yaml|sh|rb|go|rs|tar|gz|zip)$/i;

// test-user, user_test2, fake.client: nobody's.
const madeUp =
  /^(?:test|tests|testing|fake|dummy|sample|demo|example|mock)[-_.]?(?:user|account|e?mail|client|customer|person)?[-_.]?0*$|^(?:user|account|e?mail|client|customer|person|someone)[-_.]?(?:test|name|id)?[-_.]?0*$/;

function isEncodedAt(text: string, start: number): boolean {
  return (
    text.startsWith('%40', start) && /[a-z]/i.test(text.charAt(start - 1)) && !/[()\s]/.test(text.charAt(start - 2))
  );
}

// The value of a parameter or a step of a path; not a host that hides behind a user's name.
function isParameter(text: string, at: number, local: string): boolean {
  return (
    /[^/][=/:]$/.test(text.slice(Math.max(0, at - 2), at)) &&
    /^[\w.+-]+$/.test(local) &&
    !/\.(?:com|net|org)$/.test(local)
  );
}

// `a@b.com` stands in manuals; with a real domain behind it one letter is somebody.
function isInitial(local: string, host: string): boolean {
  return /^[a-z]$/.test(local) && /^[a-z0-9-]{6,}\.[a-z]{2,}$/i.test(host);
}

function isPerson(local: string, host: string): boolean {
  const name = foldText(local);
  if (isInitial(local, host) && !manualDomain.test(host)) return true;
  if (roles.has(local.toLowerCase()) || roles.has(name) || /^0*$|0{15}/.test(name.replaceAll('.', ''))) return false;
  if (host.toLowerCase().startsWith(`${name}.`) || madeUp.test(name)) return false;
  if (/no-?reply|do-?not-?reply|unsubscribe|bounce|^(?:your|my|some|the)[-_.]/.test(name)) return false;
  return !manualDomain.test(host) || isNameInManual(local, host);
}

// Fake persons of realistic tests live at example.com too: a first and a last name are worth hiding there as well.
function isNameInManual(local: string, host: string): boolean {
  return (
    /^example\.(?:com|org|net|fr)$|^acme\.(?:fr|com)$/i.test(host) &&
    /^[a-zà-ÿ]{2,}[._][a-zà-ÿ]{3,}\d{0,4}$|^[a-z]{5,}\d{1,4}$/i.test(local) &&
    !/user|test|name|mail|admin|john|jane|foo|bar|example|your/i.test(local)
  );
}

// Lines with which people sign what they publish: the address is meant to be read, and every library carries some.
const signature =
  /copyright|\(c\)|©|licen[cs]|@author|name="author"|"?authors?"?\s*[:=]|__author|__email|maintain|contribut|written by|created by|patch(?:es)? (?:by|from)|credit|thanks|thank you|co-authored|signed-off|reviewed|reported by|suggested|ported|modified by|fixed by|based on|mailing list|bug reports?|send .{0,20}to\b|"bugs"|"owner"|packager|\bby [A-Z]/i;

function isSignature(text: string, at: number): boolean {
  const line = lineStart(text, at);
  const from = Math.max(0, at - 240, Math.min(line, linesAbove(text, line, 2)));
  const before = text.slice(from, at);
  if (/^commit [0-9a-f]{7,40}\b/m.test(before)) return false;
  if (/"(?:contributors|maintainers)"/.test(text.slice(Math.max(0, at - 4_000), at))) return true;
  if (heading.test(text.slice(Math.max(0, at - 1_500), at))) return true;
  if (holder.test(text.slice(line, at))) return true;
  return (
    signature.test(before) ||
    /^[ \t]*(?:\*|#|\/\/|;|--)[^\n]{0,60}[A-Z][a-z]+[^\n]{0,24}[<,(] ?$/m.test(text.slice(Math.max(line, at - 120), at))
  );
}

// `2008-2011, Name <`: a line of those who hold a copyright.
const holder = /^\s*(?:19|20)\d\d(?:[-,– ]{1,2}(?:(?:19|20)\d\d|present))*,? +\p{Lu}[^\n<>@]{1,60}[<(>]\s?$/u;

// Headings under which documentation names those who wrote it: POD, Markdown, manual pages.
const heading =
  /(?:^|\n)(?:=head\d |#{1,4} )?(?:AUTHORS?|CONTRIBUTORS?|MAINTAINERS?|CREDITS|ACKNOWLEDGE?MENTS?|COPYRIGHT|LICENSE|BUGS|Authors?|Contributors|Maintainers|Credits)\b[^\n]{0,30}\n/;

function linesAbove(text: string, lineAt: number, count: number): number {
  let at = lineAt;
  for (let line = 0; line < count && at > 0; line += 1) at = lineStart(text, at - 1);
  return at;
}

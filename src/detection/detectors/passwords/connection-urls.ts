import type { KeywordDetector } from '../../detector.ts';
import type { Span } from '../../finding.ts';
import { fake } from '../../examples/fake.ts';
import { isRandomLooking } from '../../reading/value-shape.ts';
import { isPlausiblePassword } from './plausible-password.ts';

const maxUrl = 600;

type Userinfo = { readonly scheme: string; readonly start: number; readonly at: number; readonly from: number };

/** Addresses of databases, queues and mail servers that carry a password: the whole address, since it opens the door. */
export const connectionUrl: KeywordDetector = {
  id: 'connection-url',
  kind: 'connection_string',
  class: 'secret',
  rank: 2,
  source: { url: 'https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS' },
  keywords: ['://'],
  find: (text, start, end) => {
    const found = readUserinfo(text, start, end);
    if (!found || isWebScheme(found.scheme) || !hasPassword(text, found)) return undefined;
    return { start: found.start, end: endOfUrl(text, found.at), inner: [passwordOf(text, found)] };
  },
  examples: {
    catches: () => [
      `DATABASE_URL=«postgres://shop:${fake.password(1)}@db.acme.fr:5432/shop?sslmode=require»`,
      `url: "«mongodb+srv://root:${fake.base62(2, 16)}@cluster0.ab1cd.mongodb.net/app»"`,
      `spring.datasource.url=«jdbc:mysql://app:${fake.base62(3, 12)}@10.0.0.5/x»`,
      `broker = '«amqp://svc:${fake.base62(4, 12)}@mq.acme.fr:5672/%2f»'`,
      `«redis://:${fake.base62(5, 20)}@cache.acme.fr:6379/0»`,
    ],
    spares: () => [
      'postgres://user:password@localhost/db',
      'mongodb://${DB_USER}:${DB_PASS}@host/db',
      'postgres://localhost:5432/app',
      'redis://cache:6379',
      'mysql://<user>:<password>@<host>/<db>',
    ],
  },
};

/** User and password in an address of the web, of files or of git. The rest of the address stays readable. */
export const urlCredentials: KeywordDetector = {
  id: 'url-credentials',
  kind: 'url_credentials',
  class: 'secret',
  rank: 2,
  source: { url: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1' },
  keywords: ['://'],
  find: (text, start, end) => {
    const found = readUserinfo(text, start, end);
    if (!found || !isWebScheme(found.scheme)) return undefined;
    if (isManualExample(text, found)) return undefined;
    if (hasPassword(text, found)) return { start: found.from, end: found.at, inner: [passwordOf(text, found)] };
    const user = text.slice(found.from, found.at);
    // The key of a Sentry DSN is public: https://docs.sentry.io/concepts/key-terms/dsn-explainer/.
    if (/^@o\d+\.ingest\.(?:\w+\.)?sentry\.io\//.test(text.slice(found.at, found.at + 60))) return undefined;
    return !user.includes(':') && isRandomLooking(user, 'strict') ? { start: found.from, end: found.at } : undefined;
  },
  examples: {
    catches: () => [
      `git clone https://«bob:${fake.base62(1, 20)}»@git.acme.fr/shop.git`,
      `proxy = http://«svc-ci:${fake.password(2)}»@proxy.acme.fr:3128`,
      `remote: https://«${fake.base62(3, 40)}»@git.acme.fr/x/y.git`,
    ],
    spares: () => [
      'https://user:pass@example.com',
      'https://${USER}:${TOKEN}@git.acme.fr/x.git',
      'http://localhost:8080/@scope/name',
      'ssh://git@github.com/acme/shop.git',
      'https://medium.com/@someone/title',
      `dsn = https://${fake.hex(4, 32)}@o4501.ingest.us.sentry.io/4502`,
    ],
  },
};

function readUserinfo(text: string, start: number, end: number): Userinfo | undefined {
  const at = findAt(text, end);
  if (at === -1) return undefined;
  const schemeAt = startOfScheme(text, start);
  if (schemeAt === start) return undefined;
  return { scheme: text.slice(schemeAt, start).toLowerCase(), start: schemeAt, from: end, at };
}

// The last @ before the authority ends. A password may hold one itself, and a slash if an @ still follows it.
function findAt(text: string, from: number): number {
  const limit = Math.min(text.length, from + 260);
  let last = -1;
  for (let at = from; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x40) last = at;
    else if (code <= 0x20 || code === 0x22 || code === 0x27 || code === 0x3c || code === 0x60 || code === 0x5c) break;
    else if (code === 0x2f || code === 0x3f || code === 0x23 || code === 0x29) break;
    else if (code === 0x2c && text.charCodeAt(at + 1) === 0x20) break;
  }
  return last > from ? last : -1;
}

function startOfScheme(text: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < 40 && /[A-Za-z0-9+.:-]/.test(text.charAt(at - 1))) at -= 1;
  const written = text.slice(at, end);
  const scheme = /(?:jdbc:)?(?:[a-z]{2,12}:)?[a-z][a-z0-9+.-]*$/i.exec(written);
  return scheme ? at + scheme.index : end;
}

const webSchemes =
  /^(?:https?|wss?|ftps?|sftp|ssh|git|git\+\w+|svn|svn\+ssh|scp|rsync|webdavs?|davs?|socks\d?[ha]?|smb|cifs|afp|vnc|rdp|telnet|rtsp|rtmps?|sip|docker|oci|s3|tcp|udp)$/;

// RFC 2606 keeps these for manuals.
const manualHost =
  /^@(?:[\w-]+\.){0,3}(?:example(?:\.\w+)?|company\.com|test|invalid|host(?:name)?|server)(?=[/:?#\s"'`<>)\\]|$)/i;

// There only a password that took some thought counts.
function isManualExample(text: string, { from, at }: Userinfo): boolean {
  const password = text.slice(from, at).split(':').slice(1).join(':');
  return manualHost.test(text.slice(at, at + 60)) && !(password.length >= 6 && /[0-9!@#$%^&*]/.test(password));
}

function isWebScheme(scheme: string): boolean {
  return webSchemes.test(scheme);
}

function hasPassword(text: string, { from, at }: Userinfo): boolean {
  const userinfo = text.slice(from, at);
  const colon = userinfo.indexOf(':');
  if (colon === -1) return false;
  return isPlausiblePassword(userinfo.slice(colon + 1), userinfo.slice(0, colon));
}

// Behind the first colon: a user's name holds none (RFC 3986, 3.2.1).
function passwordOf(text: string, { from, at }: Userinfo): Span {
  return { start: from + text.slice(from, at).indexOf(':') + 1, end: at };
}

function endOfUrl(text: string, from: number): number {
  const limit = Math.min(text.length, from + maxUrl);
  let end = from;
  while (end < limit && !/[\s"'`<>\\|]/.test(text.charAt(end))) end += 1;
  while (end > from && /[.,;:)\]}]/.test(text.charAt(end - 1))) end -= 1;
  return end;
}

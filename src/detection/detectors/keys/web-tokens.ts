import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import { holdsCredentials } from '../passwords/plausible-password.ts';
import type { Span } from '../../finding.ts';

function segment(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Signed and encrypted JSON Web Tokens whose header can be read, and other JSON in base64 that holds credentials. */
export const webToken: KeywordDetector = {
  id: 'json-web-token',
  kind: 'jwt',
  class: 'secret',
  rank: 2,
  source: { url: 'https://www.rfc-editor.org/rfc/rfc7519' },
  keywords: ['eyj'],
  find: findToken,
  examples: {
    catches: () => [
      `Authorization: Bearer «${segment({ alg: 'RS256' })}.${segment({ sub: 'u-88213' })}.${fake.base64url(1, 86)}»`,
      `token=«${segment({ alg: 'dir', enc: 'A256GCM' })}..${fake.base64url(2, 16)}.${fake.base64url(3, 80)}.${fake.base64url(4, 22)}»`,
      `id_token: «${segment({ alg: 'RS256' })}.${fake.base64url(6, 26_000)}.${fake.base64url(7, 342)}»`,
    ],
    spares: () => [
      `${segment({ alg: 'HS256' })}.${segment({ sub: '1234567890', name: 'John Doe' })}.${fake.base64url(5, 43)}`,
      `${segment({ version: 3, sources: ['a.ts'] })}`,
      `${segment({ alg: 'none' })}.${segment({ sub: 'a' })}.`,
    ],
  },
};

const compact = /eyJ[A-Za-z0-9_-]{8,4000}\.(?:[A-Za-z0-9_-]{0,65536}\.){1,3}[A-Za-z0-9_-]{16,4000}/y;

function findToken(text: string, start: number): Span | undefined {
  if (/[A-Za-z0-9_-]/.test(text.charAt(start - 1)) && !/\\[nrt]/.test(text.slice(Math.max(0, start - 2), start)))
    return undefined;
  compact.lastIndex = start;
  if (!compact.test(text)) return undefined;
  const end = compact.lastIndex;
  const [header = '', payload = ''] = text.slice(start, end).split('.');
  return isHeader(header) && !isPublished(payload) ? { start, end } : undefined;
}

function isHeader(header: string): boolean {
  try {
    const read: unknown = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
    return typeof read === 'object' && read !== null && ('alg' in read || 'enc' in read || 'typ' in read);
  } catch {
    return false; // No JSON, so no token: nothing to report.
  }
}

// The payloads of jwt.io and of the RFC, which half of the world's manuals and tests copy.
function isPublished(payload: string): boolean {
  const text = Buffer.from(payload, 'base64url').toString('utf8');
  return /John Doe|"1234567890"|"iss":"joe"|"foo":"bar"/.test(text);
}

// The beginnings of addresses in base64: cut where the next character joins in.
const addresses = [
  'postgres://',
  'postgresql://',
  'mysql://',
  'mongodb://',
  'mongodb+srv://',
  'redis://',
  'amqp://',
  'amqps://',
  'https://',
  'http://',
  'jdbc:',
].map((address) =>
  Buffer.from(address)
    .toString('base64')
    .slice(0, Math.floor((address.length * 4) / 3)),
);

/** A JSON document in base64 that names credentials: Docker's configuration, a Google service account. */
export const encodedCredentials: KeywordDetector = {
  id: 'credentials-base64',
  kind: 'encoded_credentials',
  class: 'secret',
  rank: 3,
  source: { url: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/' },
  // JSON; addresses of databases, brokers and the web; names that say what their value is.
  keywords: ['eyj', 'ewog', ...addresses.map((address) => address.toLowerCase()), 'b64', 'base64'],
  find: (text, start) => {
    if (/[A-Za-z0-9+/]/.test(text.charAt(start - 1))) return undefined;
    if (!/ey|ew/i.test(text.slice(start, start + 2))) return findEncodedText(text, start);
    encoded.lastIndex = start;
    if (!encoded.test(text)) return undefined;
    const end = encoded.lastIndex;
    const decoded = Buffer.from(text.slice(start, end), 'base64').toString('utf8');
    return credentials.test(decoded) ? { start, end } : undefined;
  },
  examples: {
    catches: () => [
      `.dockerconfigjson: «${Buffer.from(JSON.stringify({ auths: { 'r.acme.fr': { auth: fake.base64(9, 24) } } })).toString('base64')}»`,
      `ENV_B64=«${Buffer.from(`DB_PASSWORD=${fake.base62(10, 14)}\nX=1\n`).toString('base64')}»\n`,
      `CONFIG: «${Buffer.from(`postgres://app:${fake.base62(11, 14)}@db/x`).toString('base64')}»\n`,
    ],
    spares: () => [
      `LOGO_B64=${fake.base64(12, 64)}`,
      Buffer.from(JSON.stringify({ mappings: 'AAAA', names: ['auth', 'password'] })).toString('base64'),
    ],
  },
};

const named = /(?:b64|base64)["']?\s{0,3}[=:]\s{0,3}["']?(?=[A-Za-z0-9+/])/iy;
const text64 = /[A-Za-z0-9+/_-]{16,16000}={0,2}/dy;

function findEncodedText(text: string, start: number): Span | undefined {
  named.lastIndex = start;
  text64.lastIndex = named.test(text) ? named.lastIndex : start;
  const found = text64.exec(text);
  const span = found?.indices?.[0];
  return found && span && holdsCredentials(found[0]) ? { start: span[0], end: span[1] } : undefined;
}

const encoded = /(?:eyJ|ewog)[A-Za-z0-9+/]{40,12000}={0,2}(?![A-Za-z0-9+/=._-])/y;
const credentials =
  /"(?:auth|password|private_key|client_secret|secret|token|api_?key|access_?token)"\s*:\s*"[^"]{8,}"/i;

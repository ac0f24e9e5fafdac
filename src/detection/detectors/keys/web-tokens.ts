import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
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
    ],
    spares: () => [
      `${segment({ alg: 'HS256' })}.${segment({ sub: '1234567890', name: 'John Doe' })}.${fake.base64url(5, 43)}`,
      `${segment({ version: 3, sources: ['a.ts'] })}`,
      `${segment({ alg: 'none' })}.${segment({ sub: 'a' })}.`,
    ],
  },
};

const compact = /eyJ[A-Za-z0-9_-]{8,2000}\.(?:[A-Za-z0-9_-]{0,12000}\.){1,3}[A-Za-z0-9_-]{16,2000}/y;

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

/** A JSON document in base64 that names credentials: Docker's configuration, a Google service account. */
export const encodedCredentials: KeywordDetector = {
  id: 'credentials-base64',
  kind: 'encoded_credentials',
  class: 'secret',
  rank: 3,
  source: { url: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/' },
  keywords: ['eyj', 'ewog'],
  find: (text, start) => {
    if (/[A-Za-z0-9+/]/.test(text.charAt(start - 1))) return undefined;
    encoded.lastIndex = start;
    if (!encoded.test(text)) return undefined;
    const end = encoded.lastIndex;
    const decoded = Buffer.from(text.slice(start, end), 'base64').toString('utf8');
    return credentials.test(decoded) ? { start, end } : undefined;
  },
  examples: {
    catches: () => [
      `.dockerconfigjson: «${Buffer.from(JSON.stringify({ auths: { 'r.acme.fr': { auth: fake.base64(9, 24) } } })).toString('base64')}»`,
    ],
    spares: () => [Buffer.from(JSON.stringify({ mappings: 'AAAA', names: ['auth', 'password'] })).toString('base64')],
  },
};

const encoded = /(?:eyJ|ewog)[A-Za-z0-9+/]{40,12000}={0,2}(?![A-Za-z0-9+/=._-])/y;
const credentials =
  /"(?:auth|password|private_key|client_secret|secret|token|api_?key|access_?token)"\s*:\s*"[^"]{8,}"/i;

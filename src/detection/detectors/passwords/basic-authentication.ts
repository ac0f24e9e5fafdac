import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import { isPlausiblePassword } from './plausible-password.ts';

function encode(user: string, password: string): string {
  return Buffer.from(`${user}:${password}`).toString('base64');
}

/** User and password in base64: the Basic scheme, Docker's and npm's `auth`. */
export const basicAuthentication: KeywordDetector = {
  id: 'basic-authentication',
  kind: 'basic_auth',
  class: 'secret',
  rank: 3,
  source: { url: 'https://www.rfc-editor.org/rfc/rfc7617' },
  keywords: ['basic ', '"auth"', '_auth', "'auth'", 'basic_auth'],
  find: (text, start) => {
    encoded.lastIndex = start;
    const found = encoded.exec(text);
    const span = found?.indices?.[1];
    return span && isCredentials(found[1] ?? '') ? { start: span[0], end: span[1] } : undefined;
  },
  examples: {
    catches: () => [
      `Authorization: Basic «${encode('bob', fake.password(1))}»`,
      `{"auths": {"r.acme.fr": {"auth": "«${encode('ci', fake.base62(2, 16))}»"}}}`,
      `//npm.acme.fr/:_auth=«${encode('ci', fake.base62(3, 16))}»`,
    ],
    spares: () => [
      `Authorization: Basic ${encode('user', 'password')}`,
      'Basic authentication',
      'Authorization: Basic ${token}',
    ],
  },
};

const encoded =
  /(?:[Bb]asic |_auth|["']auth["']|basic_auth)["']?\s{0,4}[:=]?\s{0,4}["']?([A-Za-z0-9+/]{8,400}={0,2})(?![A-Za-z0-9+/=])/dy;

function isCredentials(written: string): boolean {
  const decoded = Buffer.from(written, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (colon < 1 || /[^\x20-\x7e\u00a0-\u024f]/.test(decoded)) return false;
  return isPlausiblePassword(decoded.slice(colon + 1), decoded.slice(0, colon));
}

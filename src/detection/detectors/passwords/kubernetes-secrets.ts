import type { KeywordDetector } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import type { Span } from '../../finding.ts';
import { holdsCredentials, isPlausiblePassword } from './plausible-password.ts';

const reach = 4_096;

/** The values of a Kubernetes Secret: base64 under `data`, decoded once to tell a secret from a host's name; plain under `stringData`. */
export const kubernetesSecret: KeywordDetector = {
  id: 'kubernetes-secret',
  kind: 'kubernetes_secret',
  class: 'secret',
  rank: 2,
  source: { url: 'https://kubernetes.io/docs/concepts/configuration/secret/' },
  keywords: ['kind: secret', '"kind": "secret"'],
  find: (text, start) => {
    const before = text.slice(Math.max(0, start - reach), start);
    const from = start - before.length + Math.max(0, before.lastIndexOf('\n---') + 1);
    const behind = text.slice(start, start + reach);
    const next = behind.indexOf('\n---');
    const window = text.slice(from, start) + (next === -1 ? behind : behind.slice(0, next));
    return entriesOf(window).map((span) => ({ start: span.start + from, end: span.end + from }));
  },
  examples: {
    catches: () => [
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  username: ${b64('shop')}\n  password: «${b64(fake.password(1))}»\n  api: "«${b64(fake.base62(2, 24))}»"\ntype: Opaque\n`,
      `kind: Secret\ndata:\n  .env: «${b64(`DB_PASSWORD=${fake.password(5)}\nX=1`)}»\n`,
      `kind: Secret\nstringData:\n  access: «${fake.password(3)}»\n`,
    ],
    spares: () => [
      `kind: Secret\ndata:\n  host: ${b64('db.acme.fr')}\n  password: ${b64('changeme')}\n`,
      `kind: SecretStore\nspec:\n  provider: vault\n`,
    ],
  },
};

function b64(text: string): string {
  return Buffer.from(text).toString('base64');
}

const section = /^([ \t]*)"?(data|stringData)"?:[ \t]*\{?[ \t]*$/gm;
const entry = /([ \t]+)["']?([\w.-]{1,80})["']?:[ \t]*["']?([^\s"',#]{4,2000})["']?,?[ \t]*(?:#.*)?$/dmy;

function entriesOf(window: string): readonly Span[] {
  const spans: Span[] = [];
  for (const found of window.matchAll(section)) {
    const indent = found[1]?.length ?? 0;
    let at = found.index + found[0].length + 1;
    for (let line = 0; line < 200; line += 1) {
      entry.lastIndex = at;
      const read = entry.exec(window);
      if (!read || (read[1]?.length ?? 0) <= indent) break;
      at = entry.lastIndex + 1;
      const [start, end] = read.indices?.[3] ?? [0, 0];
      if (isSecretEntry(read[2] ?? '', read[3] ?? '', found[2] === 'data')) spans.push({ start, end });
    }
  }
  return spans;
}

const plainNames =
  /user(?:name)?$|login|host|url|uri|port$|database|^db$|dbname|region|bucket|email|endpoint|\.crt$|\.pem$|ca\b|namespace|mode|type/i;

function isSecretEntry(name: string, written: string, isEncoded: boolean): boolean {
  if (isEncoded && holdsCredentials(written)) return true;
  if (plainNames.test(name)) return false;
  if (!isEncoded) return isPlausiblePassword(written);
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(written)) return false;
  const decoded = Buffer.from(written, 'base64').toString('utf8').trim();
  return decoded.length >= 3 && (/\ufffd/.test(decoded) || /\s/.test(decoded) || isPlausiblePassword(decoded));
}

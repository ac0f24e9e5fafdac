import { type KeywordDetector, type Source } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import type { Span } from '../../finding.ts';

const maxBlock = 16_384;
const pem: Source = { url: 'https://www.rfc-editor.org/rfc/rfc7468' };

function block(seed: number, joint: string): string {
  return [0, 1, 2, 3].map((line) => fake.base64(seed + line, 64)).join(joint);
}

const secrecy = 'PRIVATE KEY';

/** Private keys in PEM and OpenPGP armour, the whole block, also with `\n` written out inside a string. */
export const pemPrivateKey: KeywordDetector = {
  id: 'private-key-pem',
  kind: 'private_key',
  class: 'secret',
  rank: 3,
  source: pem,
  keywords: ['-----begin ', '---- begin ssh0 encrypted private'],
  find: findBlock,
  examples: {
    catches: () => [
      `«-----BEGIN RSA ${secrecy}-----\n${block(1, '\n')}\n-----END RSA ${secrecy}-----»\n`,
      `{"private_key": "«-----BEGIN ${secrecy}-----\\n${block(9, '\\n')}\\n-----END ${secrecy}-----»\\n"}`,
      `«-----BEGIN PGP ${secrecy} BLOCK-----\nVersion: 1\n\n${block(17, '\n')}\n-----END PGP ${secrecy} BLOCK-----»`,
    ],
    spares: () => [
      `-----BEGIN PUBLIC KEY-----\n${block(25, '\n')}\n-----END PUBLIC KEY-----`,
      `-----BEGIN CERTIFICATE-----\n${block(33, '\n')}\n-----END CERTIFICATE-----`,
      `-----BEGIN ${secrecy}-----\n...\n-----END ${secrecy}-----`,
      `if (text.startsWith('-----BEGIN ${secrecy}-----')) parse(text);`,
    ],
  },
};

const opening = /-{4,5} ?BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)? ?-{4,5}/y;
const closing = /-{4,5} ?END (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)? ?-{4,5}/g;
// Without an end: as many lines of base64 as follow, each perhaps quoted or behind a mark of a diff or a list.
const lines = /(?:(?:\\[nr]|["'+\s,>|\\-]){1,12}[A-Za-z0-9+/=]{20,80}){1,200}/y;

function findBlock(text: string, start: number): Span | undefined {
  opening.lastIndex = start;
  if (!opening.test(text)) return undefined;
  const bodyAt = opening.lastIndex;
  const window = text.slice(bodyAt, bodyAt + maxBlock);
  closing.lastIndex = 0;
  const close = closing.exec(window);
  if (close)
    return isKeyMaterial(window.slice(0, close.index)) ? { start, end: bodyAt + closing.lastIndex } : undefined;
  lines.lastIndex = bodyAt;
  if (!lines.test(text) || !isKeyMaterial(text.slice(bodyAt, lines.lastIndex))) return undefined;
  return { start, end: lines.lastIndex };
}

// Enough base64 that is no filling: an example in a manual has three dots or one line of one letter.
function isKeyMaterial(body: string): boolean {
  const material = body.replace(/\\[nr]/g, '').replace(/[^A-Za-z0-9+/]/g, '');
  return material.length >= 60 && new Set(material).size >= 20 && !/\.\.\.|…|<[a-z -]+>/i.test(body);
}

/** PEM in base64 once more, as Kubernetes and CI variables carry it. */
export const encodedPrivateKey: KeywordDetector = {
  id: 'private-key-base64',
  kind: 'private_key',
  class: 'secret',
  rank: 3,
  source: pem,
  keywords: ['ls0tls0crudjti'],
  find: (text, start) => {
    encoded.lastIndex = start;
    if (!encoded.test(text)) return undefined;
    const end = encoded.lastIndex;
    const decoded = Buffer.from(text.slice(start, Math.min(end, start + 120)), 'base64').toString('latin1');
    return decoded.includes(secrecy) ? { start, end } : undefined;
  },
  examples: {
    catches: () => [
      `tls.key: «${Buffer.from(`-----BEGIN ${secrecy}-----\n${block(41, '\n')}\n-----END ${secrecy}-----\n`).toString('base64')}»`,
    ],
    spares: () => [
      `tls.crt: ${Buffer.from(`-----BEGIN CERTIFICATE-----\n${block(49, '\n')}\n-----END CERTIFICATE-----\n`).toString('base64')}`,
    ],
  },
};

const encoded = /LS0tLS1CRUdJTi[A-Za-z0-9+/]{100,16000}={0,2}/y;

/** The private half of a PuTTY key file. */
export const puttyPrivateKey: KeywordDetector = {
  id: 'private-key-putty',
  kind: 'private_key',
  class: 'secret',
  rank: 3,
  source: { url: 'https://tartarus.org/~simon/putty-snapshots/htmldoc/AppendixC.html' },
  keywords: ['private-lines:'],
  find: (text, start) => {
    putty.lastIndex = start;
    const found = putty.exec(text);
    return found?.[1] ? { start: putty.lastIndex - found[1].length, end: putty.lastIndex } : undefined;
  },
  examples: {
    catches: () => [`Private-Lines: 4\n«${block(57, '\n')}»\nPrivate-MAC: ${fake.hex(65, 40)}`],
    spares: () => ['Private-Lines: 4\n...'],
  },
};

const putty = /Private-Lines: \d{1,3}\r?\n((?:[A-Za-z0-9+/=]{4,80}\r?\n){0,200}[A-Za-z0-9+/=]{4,80})(?=\r?\n|$)/y;

/** The private member of a JSON Web Key. */
export const jsonWebKey: KeywordDetector = {
  id: 'private-key-jwk',
  kind: 'private_key',
  class: 'secret',
  rank: 3,
  source: { url: 'https://www.rfc-editor.org/rfc/rfc7518#section-6' },
  keywords: ['"kty"'],
  find: (text, start) => {
    const before = text.slice(Math.max(0, start - 2_048), start);
    const behind = text.slice(start, start + 4_096);
    const open = start - before.length + before.lastIndexOf('{');
    const close = behind.indexOf('}');
    if (!before.includes('{') || close === -1) return undefined;
    const found = privateMember.exec(text.slice(open, start + close));
    if (!found?.indices?.[1]) return undefined;
    return { start: open + found.indices[1][0], end: open + found.indices[1][1] };
  },
  examples: {
    catches: () => [`{"kty":"EC","crv":"P-256","x":"${fake.base64url(70, 43)}","d":"«${fake.base64url(71, 43)}»"}`],
    spares: () => [`{"kty":"EC","crv":"P-256","x":"${fake.base64url(72, 43)}","y":"${fake.base64url(73, 43)}"}`],
  },
};

const privateMember = /"[dk]"\s{0,4}:\s{0,4}"([A-Za-z0-9_-]{22,700})"/d;

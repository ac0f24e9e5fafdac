import { type KeywordDetector, type Source } from '../../detector.ts';
import { fake } from '../../examples/fake.ts';
import type { Span } from '../../finding.ts';

const maxBlock = 16_384;
const pem: Source = { url: 'https://www.rfc-editor.org/rfc/rfc7468' };

function block(seed: number, joint: string): string {
  return [0, 1, 2, 3].map((line) => fake.base64(seed + line, 64)).join(joint);
}

// Some keys are longer than any window: RSA of 16,384 bits, or several in one file.
function longBlock(seed: number, joint: string): string {
  return Array.from({ length: 300 }, (_, line) => fake.base64(seed + line, 64)).join(joint);
}

const secrecy = 'PRIVATE KEY';

/** Private keys in PEM and OpenPGP armour, the whole block, also with `\n` written out inside a string. */
export const pemPrivateKey: KeywordDetector = {
  id: 'private-key-pem',
  kind: 'private_key',
  class: 'secret',
  rank: 3,
  source: pem,
  keywords: ['-----begin ', '---- begin ssh0 encrypted private', '-----end '],
  find: (text, start) => findBlock(text, start) ?? findCutBlock(text, start),
  examples: {
    catches: () => [
      `«-----BEGIN RSA ${secrecy}-----\n${block(1, '\n')}\n-----END RSA ${secrecy}-----»\n`,
      `{"private_key": "«-----BEGIN ${secrecy}-----\\n${block(9, '\\n')}\\n-----END ${secrecy}-----»\\n"}`,
      `«-----BEGIN PGP ${secrecy} BLOCK-----\nVersion: 1\n\n${block(17, '\n')}\n-----END PGP ${secrecy} BLOCK-----»`,
      `«-----BEGIN RSA ${secrecy}-----\n${longBlock(40, '\n')}\n-----END RSA ${secrecy}-----»`,
      `"«-----BEGIN ${secrecy}-----\\n${longBlock(40, '\\n')}»"`,
      `«${block(45, '\n')}\n-----END RSA ${secrecy}-----»\n`,
      `A file, from its line 2:\n   2→«${block(46, '\n   3→')}\n   7→-----END ${secrecy}-----»\n`,
    ],
    spares: () => [
      `${block(47, '\n')}\n-----END CERTIFICATE-----`,
      `A key ends with the line\n-----END ${secrecy}-----`,
      `-----BEGIN PUBLIC KEY-----\n${block(25, '\n')}\n-----END PUBLIC KEY-----`,
      `-----BEGIN CERTIFICATE-----\n${block(33, '\n')}\n-----END CERTIFICATE-----`,
      `-----BEGIN ${secrecy}-----\n...\n-----END ${secrecy}-----`,
      `if (text.startsWith('-----BEGIN ${secrecy}-----')) parse(text);`,
    ],
  },
};

const opening = /-{4,5} ?BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)? ?-{4,5}/y;
const closing = /-{4,5} ?END (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)? ?-{4,5}/g;
// A line of base64, perhaps quoted or behind a mark of a diff, a list, or a number that a tool wrote before it.
const line = /(?:\\[nr]|["'+\s,>|\\-]){1,12}(?:\d{1,6}(?:→|[:|\t])[ \t]?)?[A-Za-z0-9+/=]{20,}(?![A-Za-z0-9+/=])/y;

function findBlock(text: string, start: number): Span | undefined {
  opening.lastIndex = start;
  if (!opening.test(text)) return undefined;
  const bodyAt = opening.lastIndex;
  const end = closingBehind(text, bodyAt, maxBlock) ?? closingBehind(text, endOfLines(text, bodyAt), 160);
  const last = end?.start ?? endOfLines(text, bodyAt);
  return isKeyMaterial(text.slice(bodyAt, last)) ? { start, end: end?.end ?? last } : undefined;
}

function closingBehind(text: string, from: number, reach: number): Span | undefined {
  const window = text.slice(from, from + reach);
  closing.lastIndex = 0;
  const found = closing.exec(window);
  return found ? { start: from + found.index, end: from + closing.lastIndex } : undefined;
}

// As far as lines of base64 go. No other key begins among them, so that no stretch of a text is read twice.
function endOfLines(text: string, from: number): number {
  let end = from;
  for (line.lastIndex = from; line.test(text); ) end = line.lastIndex;
  return end;
}

const run = /[A-Za-z0-9+/=]{16,}/g;
const between = /^(?:\\[nr]?|["'+\s,>|-]){1,12}(?:\d{1,6}(?:→|[:|\t])[ \t]?)?$/;
const behindLast = /^[A-Za-z0-9+/=\\"'\s,>|→:-]{0,100}$/;

// A key whose beginning lies before the text, as in a file that is read from one of its lines on.
function findCutBlock(text: string, start: number): Span | undefined {
  closing.lastIndex = start;
  const close = closing.exec(text.slice(0, start + 80));
  if (close?.index !== start) return undefined;
  let first = start;
  // A further look only when the lines fill this one.
  for (let reach = 1_024; reach <= 4 * maxBlock; reach *= 4) {
    const from = Math.max(0, start - reach);
    first = from + firstOfLines(text.slice(from, start));
    if (from === 0 || first - from > 100) break;
  }
  if (start - first < 100 || !isKeyMaterial(text.slice(first, start))) return undefined;
  return { start: first, end: start + close[0].length };
}

// Where the lines of base64 begin that end the text; its length when there are none.
function firstOfLines(text: string): number {
  const runs = [...text.matchAll(run)];
  const last = runs.at(-1);
  if (!last || !behindLast.test(text.slice(last.index + last[0].length))) return text.length;
  let first = last.index;
  for (const each of runs.slice(0, -1).toReversed()) {
    if (each[0].length < 40 || !between.test(text.slice(each.index + each[0].length, first))) break;
    first = each.index;
  }
  return first;
}

// Enough base64 that is no filling: an example in a manual has three dots or one line of one letter.
function isKeyMaterial(body: string): boolean {
  const material = body.replace(/\\[nr]/g, '').replace(/[^A-Za-z0-9+/]/g, '');
  return material.length >= 60 && new Set(material.slice(0, 1_000)).size >= 20 && !/\.\.\.|…|<[a-z -]+>/i.test(body);
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

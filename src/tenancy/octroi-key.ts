import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { sha256Hex } from '../base/index.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const randomLength = 40;
const checksumLength = 6;
const shape = new RegExp(`^(oct[ar]?_)([0-9A-Za-z]{${randomLength}})([0-9A-Za-z]{${checksumLength}})$`);

/** `key`: handed to a person; `access` and `refresh`: the tokens of a client that is signed in. */
export type OctroiSecretKind = 'key' | 'access' | 'refresh';

const prefixes = { key: 'oct_', access: 'octa_', refresh: 'octr_' } as const;

/** Makes an octroi key. */
export function makeOctroiKey(): string {
  return makeOctroiSecret('key');
}

/**
 * Makes a secret of octroi's own: its prefix, 40 random characters (238 bits), and the CRC-32 of those in base 62.
 *
 * The checksum lets a scanner tell a real key from look-alikes without asking us, and lets us refuse a mistyped key
 * without asking the database. The secret is shown once; only its hash is kept.
 */
export function makeOctroiSecret(kind: OctroiSecretKind): string {
  const secret = randomCharacters(randomLength);
  return `${prefixes[kind]}${secret}${checksum(secret)}`;
}

/** Whether `text` has the form of an octroi key, checksum included. Says nothing of whether such a key was handed out. */
export function isOctroiKey(text: string): boolean {
  return octroiSecretKind(text) === 'key';
}

/** What kind of octroi secret a text has the form of, checksum included; undefined for any other text. */
export function octroiSecretKind(text: string): OctroiSecretKind | undefined {
  const [, prefix, secret, check] = shape.exec(text) ?? [];
  if (secret === undefined || check !== checksum(secret)) return undefined;
  return (Object.keys(prefixes) as OctroiSecretKind[]).find((kind) => prefixes[kind] === prefix);
}

/** How a key is stored and looked up: SHA-256, in hexadecimal. 238 random bits need no salt and no stretching. */
export function hashOctroiKey(key: string): string {
  return sha256Hex(key);
}

function randomCharacters(length: number): string {
  let text = '';
  while (text.length < length) {
    // 248 is the largest multiple of 62 that a byte can hold: above it the first letters would come more often.
    for (const byte of randomBytes(length)) if (byte < 248 && text.length < length) text += alphabet[byte % 62];
  }
  return text;
}

function checksum(secret: string): string {
  let rest = crc32(secret);
  let text = '';
  for (let digit = 0; digit < checksumLength; digit += 1) {
    text = alphabet[rest % 62] + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

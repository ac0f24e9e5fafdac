import { ed25519 } from '@noble/curves/ed25519.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { ml_dsa44 as mlDsa44 } from '@noble/post-quantum/ml-dsa.js';
import { Buffer } from './buffer.ts';

/*
 * What verification needs of `node:crypto`, for browsers: the build of the console puts it in that module's place, so that
 * the very code an auditor runs decides there as well. The browser's own crypto is not used: it answers later, knows no
 * ML-DSA, and is missing where a console is reached by plain http.
 */

/** A public key by its kind and raw bytes. */
export type KeyObject = { readonly kind: 'ed25519' | 'ml_dsa_44'; readonly raw: Uint8Array };

// How a SubjectPublicKeyInfo of each kind begins (RFC 8410 and RFC 9881).
const kinds = [
  { kind: 'ed25519', prefix: '302a300506032b6570032100', rawBytes: 32 },
  { kind: 'ml_dsa_44', prefix: '30820532300b06096086480165030403110382052100', rawBytes: 1_312 },
] as const;

type Data = string | Uint8Array;

/** SHA-256, the only digest the log uses. */
export function hash(_algorithm: 'sha256', data: Data, encoding: 'hex' | 'buffer') {
  const digest = Buffer.from(sha256(bytesOf(data)));
  return encoding === 'hex' ? digest.toString('hex') : digest;
}

/** HMAC-SHA-256, the only code the log uses. */
export function createHmac(_algorithm: 'sha256', key: Uint8Array) {
  const pieces: Uint8Array[] = [];
  const code = {
    update: (data: Data) => {
      pieces.push(bytesOf(data));
      return code;
    },
    digest: (encoding: 'base64url') => Buffer.from(hmac(sha256, key, concatBytes(...pieces))).toString(encoding),
  };
  return code;
}

/** @throws when it is the key of no algorithm that the log uses */
export function createPublicKey({ key }: { readonly key: Uint8Array }): KeyObject {
  const hex = Buffer.from(key).toString('hex');
  const found = kinds.find(
    ({ prefix, rawBytes }) => hex.startsWith(prefix) && hex.length === prefix.length + rawBytes * 2,
  );
  if (!found) throw new Error('createPublicKey: no such key');
  return { kind: found.kind, raw: key.slice(found.prefix.length / 2) };
}

/** Whether a signature holds. A key or a signature that is no point of its curve holds nothing. */
export function verify(
  ...[, message, { kind, raw }, signature]: readonly [null, Uint8Array, KeyObject, Uint8Array]
): boolean {
  try {
    // RFC 8032 as OpenSSL checks it, not the looser rule of ZIP 215.
    if (kind === 'ed25519') return ed25519.verify(signature, message, raw, { zip215: false });
    return mlDsa44.verify(signature, message, raw);
  } catch {
    return false;
  }
}

/** Verification makes no secrets. */
export function createSecretKey(): never {
  throw new Error('createSecretKey: not in a browser');
}

/** Verification makes no ids. */
export function randomFillSync(): never {
  throw new Error('randomFillSync: not in a browser');
}

function bytesOf(data: Data): Uint8Array {
  return typeof data === 'string' ? utf8ToBytes(data.toWellFormed()) : data;
}

import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomFillSync } from 'node:crypto';
import { ledgerError } from '../errors.ts';

export const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const algorithm = 'aes-256-gcm';

/*
 * A raw key handed to node:crypto costs 8 to 12 µs more at each use than a KeyObject made of it, which takes 1 µs (measured
 * on 24.21): everything here works with KeyObjects.
 */

/** Wraps a small secret under a key that wraps many: nonce, tag, ciphertext. Random nonces, so 2^32 secrets at most. */
export function wrap(key: KeyObject, secret: Uint8Array, context: string): Buffer {
  const wrapped = Buffer.allocUnsafe(nonceBytes + tagBytes + secret.length);
  const nonce = wrapped.subarray(0, nonceBytes);
  takeRandom(nonce);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(context));
  cipher.update(secret).copy(wrapped, nonceBytes + tagBytes);
  cipher.final();
  cipher.getAuthTag().copy(wrapped, nonceBytes);
  return wrapped;
}

/** @throws ledger_unseal_failed on another key, another context or a changed byte */
export function unwrap(key: KeyObject, wrapped: Uint8Array, context: string): Buffer {
  const tag = wrapped.subarray(nonceBytes, nonceBytes + tagBytes);
  return open({ key, nonce: wrapped.subarray(0, nonceBytes), tag, context }, wrapped.subarray(nonceBytes + tagBytes));
}

const onlyNonce = Buffer.alloc(nonceBytes);

/**
 * Encrypts a text under a key that is used for nothing else, so that its nonce may be zero: tag, ciphertext. What the text
 * belongs to is bound by how the key is wrapped.
 */
export function encryptOnce(key: KeyObject, text: string): Buffer {
  const cipher = createCipheriv(algorithm, key, onlyNonce);
  const ciphertext = cipher.update(text, 'utf8');
  cipher.final();
  const sealed = Buffer.allocUnsafe(tagBytes + ciphertext.length);
  sealed.set(cipher.getAuthTag());
  sealed.set(ciphertext, tagBytes);
  return sealed;
}

/** @throws ledger_unseal_failed */
export function decryptOnce(key: KeyObject, sealed: Uint8Array): string {
  const tag = sealed.subarray(0, tagBytes);
  return open({ key, nonce: onlyNonce, tag }, sealed.subarray(tagBytes)).toString('utf8');
}

type Opening = {
  readonly key: KeyObject;
  readonly nonce: Uint8Array;
  readonly tag: Uint8Array;
  readonly context?: string;
};

function open({ key, nonce, tag, context }: Opening, ciphertext: Uint8Array): Buffer {
  try {
    const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
    if (context !== undefined) decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch (fault) {
    throw ledgerError('ledger_unseal_failed', {}, fault);
  }
}

/** A new random key, and its bytes to be wrapped. */
export function makeKey(): { readonly key: KeyObject; readonly bytes: Buffer } {
  const bytes = Buffer.allocUnsafe(keyBytes);
  takeRandom(bytes);
  return { key: createSecretKey(bytes), bytes };
}

const pool = Buffer.alloc(16_384);
let used = pool.length;

// Random bytes are asked for in one piece for many records; what was taken is wiped.
function takeRandom(into: Buffer): void {
  if (used + into.length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  pool.copy(into, 0, used, used + into.length);
  pool.fill(0, used, used + into.length);
  used += into.length;
}

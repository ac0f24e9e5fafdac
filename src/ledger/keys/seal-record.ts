import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';
import { decryptOnce, encryptOnce, keyBytes, makeKey, unwrap, wrap } from './box.ts';

/** The keys of one person, ready for use. They come from one secret: destroy that, and nothing of theirs opens again. */
export type SubjectKey = {
  /** The row that holds the secret. */
  readonly id: string;
  /** Wraps the keys of the person's records. */
  readonly wrapping: KeyObject;
  /** Makes the reference by which a leaf stands for the person. */
  readonly reference: KeyObject;
};

/** A record as the database holds it: what only its person's key opens, and what its leaf says of it. */
export type SealedRecord = {
  readonly wrappedKey: Buffer;
  readonly payload: Buffer;
  /** HMAC-SHA-256 of the record under its opening: 32 bytes. */
  readonly commitment: Buffer;
  /** HMAC-SHA-256 of the record's id under the person's key: the first 16 bytes. */
  readonly subject: Buffer;
};

export type RecordName = { readonly tenantId: string; readonly id: string };

export const wrappedKeyBytes = 60;
export const commitmentBytes = 32;
export const subjectBytes = 16;

/** @param secret 32 random bytes. */
export function subjectKeyOf(id: string, secret: Uint8Array): SubjectKey {
  const key = createSecretKey(secret);
  const own = (purpose: string) => createSecretKey(createHmac('sha256', key).update(purpose).digest());
  return { id, wrapping: own('octroi wrapping v1'), reference: own('octroi reference v1') };
}

/**
 * Encrypts a record's canonical text under a new key of its own (AES-256-GCM), wraps that under its person's, and commits
 * to the text with an opening derived from the record's key (`commitmentOf` makes the same from the opening).
 *
 * Objects of node:crypto cost more than what they compute here, by their making and by their collection: what `hash` can
 * do in one call is done so.
 */
export function sealRecord(subject: SubjectKey, { tenantId, id }: RecordName, text: string): SealedRecord {
  const { key, bytes } = makeKey();
  const sealed = {
    wrappedKey: wrap(subject.wrapping, bytes, contextOf({ tenantId, id })),
    payload: encryptOnce(key, text),
    commitment: hmacOnce(openingOf(bytes), text),
    subject: createHmac('sha256', subject.reference).update(id).digest().subarray(0, subjectBytes),
  };
  bytes.fill(0);
  return sealed;
}

/** @throws ledger_unseal_failed */
export function openRecord(
  subject: SubjectKey,
  name: RecordName,
  { wrappedKey, payload }: Pick<SealedRecord, 'wrappedKey' | 'payload'>,
): { readonly text: string; readonly opening: Buffer } {
  const bytes = unwrap(subject.wrapping, wrappedKey, contextOf(name));
  return { text: decryptOnce(createSecretKey(bytes), payload), opening: openingOf(bytes) };
}

const openingPurpose = Buffer.from('octroi opening v1');
const firstBlock = Buffer.of(0, 0, 0, 1);

// The one-step key derivation of NIST SP 800-56C r2 §4.1: SHA-256 of a counter, the secret and its purpose.
function openingOf(recordKey: Buffer): Buffer {
  return hash('sha256', Buffer.concat([firstBlock, recordKey, openingPurpose]), 'buffer');
}

const blockBytes = 64;

// HMAC-SHA-256 (RFC 2104 §2) for a key that is used once: an Hmac object for it would cost three times as much.
function hmacOnce(key: Buffer, text: string): Buffer {
  const inner = Buffer.allocUnsafe(blockBytes + Buffer.byteLength(text)).fill(0x36, 0, blockBytes);
  const outer = Buffer.allocUnsafe(blockBytes + keyBytes).fill(0x5c, 0, blockBytes);
  for (let at = 0; at < keyBytes; at += 1) {
    const byte = key[at] ?? 0;
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  inner.write(text, blockBytes);
  hash('sha256', inner, 'buffer').copy(outer, blockBytes);
  return hash('sha256', outer, 'buffer');
}

function contextOf({ tenantId, id }: RecordName): string {
  return `${tenantId}/${id}`;
}

import { hash } from 'node:crypto';

/** A SHA-256 digest: 32 bytes. */
export type Hash = Uint8Array;

export const hashBytes = 32;

// RFC 6962 §2.1: a leaf and a node are hashed under different first bytes, so that neither can pass for the other.
const leafPrefix = Buffer.of(0);
const nodePrefix = Buffer.of(1);

/** The root of a tree without leaves: SHA-256 of nothing. */
export const emptyRoot: Hash = hash('sha256', '', 'buffer');

/** The hash of one leaf (RFC 6962 §2.1). */
export function leafHash(leaf: Uint8Array): Hash {
  return hash('sha256', Buffer.concat([leafPrefix, leaf]), 'buffer');
}

/** The hash of an inner node (RFC 6962 §2.1). */
export function nodeHash(left: Hash, right: Hash): Hash {
  return hash('sha256', Buffer.concat([nodePrefix, left, right]), 'buffer');
}

export function isSameHash(one: Hash, other: Hash): boolean {
  return one.length === hashBytes && Buffer.compare(one, other) === 0;
}

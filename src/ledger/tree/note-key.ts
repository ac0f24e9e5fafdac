import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { ledgerError } from '../errors.ts';
import { fromBase64 } from './base64.ts';
import { cosignedMessage, type Cosigner, noteMessage } from './signed-message.ts';
import { isKeyName } from './note.ts';

/**
 * What a key signs and how (C2SP signed-note, tlog-cosignature): `ed25519` the text itself; the other two a time and the
 * tree head, `ml_dsa_44` with a signature that a quantum computer does not forge.
 */
export type SignatureKind = 'ed25519' | 'ed25519_cosignature' | 'ml_dsa_44';

/** A signature that holds. */
export type Verified = {
  readonly name: string;
  readonly vkey: string;
  readonly kind: SignatureKind;
  /** When it was signed, by the signer's clock; only where the signature says so. */
  readonly signedAt?: Date;
};

/** A key that is known, and what to check its signatures with. */
export type NoteVerifier = {
  readonly name: string;
  readonly keyId: number;
  readonly kind: SignatureKind;
  /** The key as text: name, id and public key (C2SP signed-note). */
  readonly vkey: string;
  /** Whether this Node knows the algorithm: ML-DSA came with Node 24. A key it cannot use counts as unknown. */
  readonly isUsable: boolean;
  /** Undefined when the signature does not hold. */
  verify(text: string, signature: Uint8Array): Verified | undefined;
};

type Form = {
  readonly type: number;
  readonly spkiPrefix: string;
  readonly keyBytes: number;
  readonly signatureBytes: number;
};

// The prefix makes a raw public key one that node:crypto reads (SubjectPublicKeyInfo, RFC 8410 and RFC 9881).
const ed25519Prefix = '302a300506032b6570032100';
const mlDsaPrefix = '30820532300b06096086480165030403110382052100';

const forms: Readonly<Record<SignatureKind, Form>> = {
  ed25519: { type: 0x01, spkiPrefix: ed25519Prefix, keyBytes: 32, signatureBytes: 64 },
  ed25519_cosignature: { type: 0x04, spkiPrefix: ed25519Prefix, keyBytes: 32, signatureBytes: 72 },
  ml_dsa_44: { type: 0x06, spkiPrefix: mlDsaPrefix, keyBytes: 1_312, signatureBytes: 2_428 },
};

/** Reads a key: `name+id+base64`. @throws ledger_key_malformed */
export function parseVkey(vkey: string): NoteVerifier {
  const match = /^(?<name>[^+]+)\+(?<id>[0-9a-f]{8})\+(?<key>.+)$/su.exec(vkey)?.groups;
  const bytes = fromBase64(match?.['key'] ?? '-');
  const kind = kindOf(bytes?.[0]);
  const name = match?.['name'] ?? '';
  if (!bytes || !kind || !isKeyName(name)) throw ledgerError('ledger_key_malformed');
  const raw = bytes.subarray(1);
  const keyId = keyIdOf(name, kind, raw);
  if (raw.length !== forms[kind].keyBytes || keyId !== Number.parseInt(match?.['id'] ?? '', 16))
    throw ledgerError('ledger_key_malformed');
  return makeVerifier({ name, keyId, kind, vkey }, raw);
}

/** Writes a key as text. */
export function formatVkey(name: string, kind: SignatureKind, raw: Uint8Array): string {
  const id = keyIdOf(name, kind, raw).toString(16).padStart(8, '0');
  return `${name}+${id}+${Buffer.concat([Buffer.of(forms[kind].type), raw]).toString('base64')}`;
}

/** The key's bytes as a vkey holds them. */
export function rawPublicKey(key: KeyObject, kind: SignatureKind): Buffer {
  return key.export({ type: 'spki', format: 'der' }).subarray(forms[kind].spkiPrefix.length / 2);
}

/** The first four bytes of SHA-256 over name, line feed, type and key. */
export function keyIdOf(name: string, kind: SignatureKind, raw: Uint8Array): number {
  const sum = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(forms[kind].type), raw]), 'buffer');
  return sum.readUInt32BE(0);
}

function kindOf(type: number | undefined): SignatureKind | undefined {
  return (Object.keys(forms) as SignatureKind[]).find((kind) => forms[kind].type === type);
}

function readKey(kind: SignatureKind, der: Buffer): KeyObject | undefined {
  try {
    return createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch (fault) {
    if (kind === 'ml_dsa_44') return undefined;
    throw ledgerError('ledger_key_malformed', {}, fault);
  }
}

type Identity = Pick<NoteVerifier, 'name' | 'keyId' | 'kind' | 'vkey'>;

function makeVerifier(identity: Identity, raw: Uint8Array): NoteVerifier {
  const { name, kind, vkey } = identity;
  const { spkiPrefix, signatureBytes } = forms[kind];
  const key = readKey(kind, Buffer.concat([Buffer.from(spkiPrefix, 'hex'), raw]));
  const holds = (message: Buffer | undefined, signature: Uint8Array): boolean =>
    key !== undefined && message !== undefined && verify(null, message, key, signature);
  return {
    ...identity,
    isUsable: key !== undefined,
    verify: (text, signature) => {
      if (signature.length !== signatureBytes) return undefined;
      if (kind === 'ed25519') return holds(Buffer.from(text), signature) ? { name, kind, vkey } : undefined;
      const timestamp = Buffer.from(signature).readBigUInt64BE(0);
      const cosigner: Cosigner = { name, timestamp };
      const message = kind === 'ml_dsa_44' ? cosignedMessage(text, cosigner) : noteMessage(text, cosigner);
      if (!holds(message, signature.subarray(8))) return undefined;
      return { name, kind, vkey, ...(timestamp === 0n ? {} : { signedAt: new Date(Number(timestamp) * 1_000) }) };
    },
  };
}

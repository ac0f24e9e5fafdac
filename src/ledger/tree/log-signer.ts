import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { formatNote, formatSignatureLine } from './note.ts';
import { formatVkey, keyIdOf, rawPublicKey, type SignatureKind } from './note-key.ts';
import { cosignedMessage, noteMessage } from './signed-message.ts';

/** A private key that signs checkpoints under a name. */
export type NoteSigner = {
  readonly name: string;
  readonly kind: SignatureKind;
  readonly vkey: string;
  /** One signature line for this text. @param at the time that cosignatures carry. */
  sign(text: string, at: Date): string;
};

/** Makes a private key of this kind, as PKCS #8. */
export function generateSigningKey(kind: SignatureKind): Buffer {
  const { privateKey } = kind === 'ml_dsa_44' ? generateKeyPairSync('ml-dsa-44') : generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'der' });
}

/** @param pkcs8 as `generateSigningKey` makes it. */
export function openSigner(name: string, kind: SignatureKind, pkcs8: Buffer): NoteSigner {
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const raw = rawPublicKey(createPublicKey(key), kind);
  const keyId = keyIdOf(name, kind, raw);
  return {
    name,
    kind,
    vkey: formatVkey(name, kind, raw),
    sign: (text, at) => formatSignatureLine(name, keyId, signatureOf({ name, kind, key }, text, at)),
  };
}

/** Signs a text with each of the keys. */
export function signNote(text: string, signers: readonly NoteSigner[], at: Date): string {
  return formatNote(
    text,
    signers.map((signer) => signer.sign(text, at)),
  );
}

type Signing = { readonly name: string; readonly kind: SignatureKind; readonly key: KeyObject };

function signatureOf({ name, kind, key }: Signing, text: string, at: Date): Buffer {
  if (kind === 'ed25519') return sign(null, Buffer.from(text), key);
  const timestamp = BigInt(Math.floor(at.getTime() / 1_000));
  const message =
    kind === 'ml_dsa_44' ? cosignedMessage(text, { name, timestamp }) : noteMessage(text, { name, timestamp });
  if (!message) throw new Error('signatureOf: a cosignature needs a checkpoint');
  const seconds = Buffer.alloc(8);
  seconds.writeBigUInt64BE(timestamp);
  return Buffer.concat([seconds, sign(null, message, key)]);
}

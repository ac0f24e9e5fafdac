import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson, type Json, sha256Hex } from '../base/index.ts';
import { catalogueError } from './errors.ts';
import { type Catalogue, openCatalogue } from './open-catalogue.ts';

/*
 * A catalogue travels as a DSSE envelope (Dead Simple Signing Envelope v1, github.com/secure-systems-lab/dsse, read
 * 2026-11-23): the canonical JSON of the catalogue in base64, and Ed25519 signatures over its pre-authentication
 * encoding. The signature is checked over the very bytes, before anything parses them.
 */
const payloadType = 'application/vnd.octroi.catalogue+json';

const envelopeShape = z.strictObject({
  payloadType: z.literal(payloadType),
  payload: z.base64(),
  signatures: z.array(z.strictObject({ keyid: z.string(), sig: z.base64() })).min(1),
});

/** A public key as it is pinned: its 32 bytes in base64. @throws catalogue_key_invalid */
export function parsePublicKey(text: string): KeyObject {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32 || !/^[A-Za-z0-9+/]{43}=$/.test(text.trim())) throw catalogueError('catalogue_key_invalid');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }, format: 'jwk' });
}

/** A private key for signing, from PEM. @throws catalogue_key_invalid when it is none, or none of Ed25519 */
export function parseSigningKey(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (fault) {
    throw catalogueError('catalogue_key_invalid', {}, fault);
  }
  throw catalogueError('catalogue_key_invalid');
}

/** The text that pins a key. */
export function publicKeyText(key: KeyObject): string {
  const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  return Buffer.from(String(x), 'base64url').toString('base64');
}

function keyId(publicKey: string): string {
  return sha256Hex(Buffer.from(publicKey, 'base64')).slice(0, 16);
}

/** The file that carries a catalogue, signed. */
export function signCatalogue(catalogue: Catalogue, key: KeyObject): string {
  const payload = Buffer.from(canonicalJson(catalogue.data as unknown as Json));
  const sig = sign(null, encodeForSigning(payload), key).toString('base64');
  const envelope = {
    payloadType,
    payload: payload.toString('base64'),
    signatures: [{ keyid: keyId(publicKeyText(key)), sig }],
  };
  return `${JSON.stringify(envelope)}\n`;
}

/**
 * Opens a signed catalogue. One signature by one of the pinned keys must be right.
 * @throws catalogue_file_not_signed, catalogue_key_not_pinned, catalogue_signature_invalid, catalogue_invalid
 */
export function openSignedCatalogue(file: string, pinnedKeys: readonly string[]): Catalogue {
  const envelope = parseEnvelope(file);
  const keys = pinnedKeys.map((text) => ({ id: keyId(text), key: parsePublicKey(text) }));
  const payload = Buffer.from(envelope.payload, 'base64');
  const signed = encodeForSigning(payload);
  const pinned = envelope.signatures.flatMap(({ keyid, sig }) =>
    keys.filter(({ id }) => id === keyid).map(({ key }) => ({ key, sig: Buffer.from(sig, 'base64') })),
  );
  const named = envelope.signatures.map(({ keyid }) => keyid).join(', ');
  if (pinned.length === 0) throw catalogueError('catalogue_key_not_pinned', { keys: named });
  if (!pinned.some(({ key, sig }) => verify(null, signed, key, sig)))
    throw catalogueError('catalogue_signature_invalid', { keys: named });
  return openCatalogue(JSON.parse(payload.toString('utf8')));
}

function parseEnvelope(file: string): z.infer<typeof envelopeShape> {
  try {
    return envelopeShape.parse(JSON.parse(file));
  } catch (fault) {
    throw catalogueError('catalogue_file_not_signed', {}, fault);
  }
}

function encodeForSigning(payload: Buffer): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `;
  return Buffer.concat([Buffer.from(head), payload]);
}

import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { sha256Hex } from './digest.ts';

/*
 * What octroi hands out signed travels as a DSSE envelope (Dead Simple Signing Envelope v1,
 * github.com/secure-systems-lab/dsse, read 2026-11-23): the payload in base64, and Ed25519 signatures over its
 * pre-authentication encoding. A signature is checked over the very bytes, before anything parses them.
 */

export type EnvelopeFault = 'not_signed' | 'key_not_pinned' | 'signature_invalid';

export type OpenedEnvelope =
  | { readonly kind: 'payload'; readonly payload: Buffer }
  /** `keys`: the ids of those it says it is signed by. */
  | { readonly kind: EnvelopeFault; readonly keys: string };

/** A public key as it is pinned: its 32 bytes in base64; undefined when the text is none. */
export function parsePinnedKey(text: string): KeyObject | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32 || !/^[A-Za-z0-9+/]{43}=$/.test(text.trim())) return undefined;
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }, format: 'jwk' });
}

/** A private key for signing, from PEM. @throws TypeError when it is none of Ed25519, and what Node says of bad PEM */
export function readSigningKey(pem: string): KeyObject {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('no Ed25519 key');
  return key;
}

/** The text that pins a key. */
export function pinnedKeyText(key: KeyObject): string {
  const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  return Buffer.from(String(x), 'base64url').toString('base64');
}

/** The envelope that carries a payload of this media type, signed; one line. */
export function signEnvelope(
  payload: Buffer,
  { type, key }: { readonly type: string; readonly key: KeyObject },
): string {
  const sig = sign(null, encodeForSigning(type, payload), key).toString('base64');
  const signatures = [{ keyid: keyId(pinnedKeyText(key)), sig }];
  return `${JSON.stringify({ payloadType: type, payload: payload.toString('base64'), signatures })}\n`;
}

/** The payload, where one signature by one of the pinned keys (base64 texts) is right. */
export function openEnvelope(
  text: string,
  { type, pinnedKeys }: { readonly type: string; readonly pinnedKeys: readonly string[] },
): OpenedEnvelope {
  const envelope = parseEnvelope(text);
  if (envelope?.payloadType !== type) return { kind: 'not_signed', keys: '' };
  const pinned = new Map(pinnedKeys.map((each) => [keyId(each), each]));
  const known = envelope.signatures.filter(({ keyid }) => pinned.has(keyid));
  const keys = envelope.signatures.map(({ keyid }) => keyid).join(', ');
  if (known.length === 0) return { kind: 'key_not_pinned', keys };
  const payload = Buffer.from(envelope.payload, 'base64');
  const signed = encodeForSigning(type, payload);
  const isRight = known.some(({ keyid, sig }) => {
    const key = parsePinnedKey(pinned.get(keyid) ?? '');
    return key !== undefined && verify(null, signed, key, Buffer.from(sig, 'base64'));
  });
  return isRight ? { kind: 'payload', payload } : { kind: 'signature_invalid', keys };
}

type Envelope = {
  readonly payloadType: string;
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
};

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function parseEnvelope(text: string): Envelope | undefined {
  try {
    const value = JSON.parse(text) as Partial<Envelope>;
    const { payloadType, payload, signatures } = value;
    if (typeof payloadType !== 'string' || !isBase64(payload) || !Array.isArray(signatures)) return undefined;
    if (signatures.length === 0 || Object.keys(value).length !== 3) return undefined;
    const isWhole = signatures.every((each) => typeof each?.keyid === 'string' && isBase64(each?.sig));
    return isWhole ? { payloadType, payload, signatures } : undefined;
  } catch {
    return undefined; // Not JSON: no envelope, which the caller says.
  }
}

function isBase64(text: unknown): text is string {
  return typeof text === 'string' && base64.test(text);
}

function keyId(publicKey: string): string {
  return sha256Hex(Buffer.from(publicKey, 'base64')).slice(0, 16);
}

function encodeForSigning(type: string, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `), payload]);
}

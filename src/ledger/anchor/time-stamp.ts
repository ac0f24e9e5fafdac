import { hash, randomBytes, X509Certificate } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  ExtKeyUsage,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import { ledgerError } from '../errors.ts';

/** A time-stamping authority, and the certificates that are trusted to vouch for it. */
export type TimeStamper = { readonly url: string; readonly roots: readonly Certificate[] };

export type TimeStamp = {
  /** The authority's answer as it came (RFC 3161 §2.4.2): the `.tsr` file that other tools verify. */
  readonly bytes: Buffer;
  readonly at: Date;
};

const sha256 = '2.16.840.1.101.3.4.2.1';
const timeStampingUsage = '1.3.6.1.5.5.7.3.8';
const extendedKeyUsage = '2.5.29.37';
const answerLimitMs = 10_000;
const maxAnswerBytes = 65_536;

/** @param roots certificates in PEM. @throws ledger_time_stamp_failed */
export function openTimeStamper(url: string, roots: string): TimeStamper {
  const pems = roots.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (pems.length === 0) throw failed('roots');
  return { url, roots: pems.map((pem) => Certificate.fromBER(new Uint8Array(new X509Certificate(pem).raw))) };
}

/**
 * Has a text's SHA-256 stamped, and holds the answer against the question: granted, for this very digest and nonce, signed
 * by a certificate for time stamping that leads to a trusted root.
 * @throws ledger_time_stamp_failed
 */
export async function timeStamp({ url, roots }: TimeStamper, text: string): Promise<TimeStamp> {
  const nonce = randomBytes(8);
  nonce[0] = (nonce[0] ?? 0) & 0x7f; // An ASN.1 integer would read a first bit as a sign,
  if (nonce[0] === 0) nonce[0] = 1; // and drop a first zero.
  const digest = hash('sha256', text, 'buffer');
  const bytes = await ask(url, requestOf(digest, nonce));
  const { signed, info } = read(bytes);
  if (!isSame(info.messageImprint.hashedMessage.valueBlock.valueHexView, digest)) throw failed('digest');
  if (info.messageImprint.hashAlgorithm.algorithmId !== sha256) throw failed('digest');
  if (!info.nonce || !isSame(info.nonce.valueBlock.valueHexView, nonce)) throw failed('nonce');
  await verifySignature(signed, info, { text, roots });
  return { bytes, at: info.genTime };
}

function requestOf(digest: Buffer, nonce: Buffer): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256 }),
      hashedMessage: new OctetString({ valueHex: new Uint8Array(digest) }),
    }),
    nonce: new Integer({ valueHex: new Uint8Array(nonce) }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

async function ask(url: string, request: Uint8Array): Promise<Buffer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: Buffer.from(request),
    redirect: 'error',
    signal: AbortSignal.timeout(answerLimitMs),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200 || bytes.length > maxAnswerBytes) throw failed(`HTTP ${response.status}`);
  return bytes;
}

function read(bytes: Buffer): { readonly signed: SignedData; readonly info: TSTInfo } {
  try {
    const { status, timeStampToken } = TimeStampResp.fromBER(new Uint8Array(bytes));
    // 0 is granted, 1 granted with changes that concern the policy only.
    if (status.status > 1 || !(timeStampToken instanceof ContentInfo)) throw failed(`status ${status.status}`);
    const signed = new SignedData({ schema: timeStampToken.content });
    const content = signed.encapContentInfo.eContent;
    if (!content) throw failed('content');
    return { signed, info: TSTInfo.fromBER(content.getValue()) };
  } catch (fault) {
    throw failed('encoding', fault);
  }
}

type Stamped = { readonly text: string; readonly roots: readonly Certificate[] };

async function verifySignature(signed: SignedData, info: TSTInfo, { text, roots }: Stamped): Promise<void> {
  const verified = await signed
    .verify({
      signer: 0,
      data: new Uint8Array(Buffer.from(text)).buffer,
      trustedCerts: [...roots],
      checkChain: true,
      checkDate: info.genTime,
      extendedMode: true,
    })
    .catch((fault: unknown) => {
      throw failed('signature', fault);
    });
  if (!verified.signatureVerified || !verified.signerCertificateVerified) throw failed('signature');
  const usage = verified.signerCertificate?.extensions?.find(({ extnID }) => extnID === extendedKeyUsage)?.parsedValue;
  if (!(usage instanceof ExtKeyUsage) || !usage.keyPurposes.includes(timeStampingUsage)) throw failed('key usage');
}

function isSame(one: ArrayBufferView<ArrayBufferLike>, other: Buffer): boolean {
  return Buffer.from(one.buffer, one.byteOffset, one.byteLength).equals(other);
}

function failed(detail: string, cause?: unknown) {
  return ledgerError('ledger_time_stamp_failed', { detail }, cause);
}

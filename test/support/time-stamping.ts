import { hash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Integer, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  Attribute,
  type Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import { certificatePem, type Identity, makeIdentity } from './identity.ts';

export type Authority = {
  readonly url: string;
  /** The root certificate to trust, in PEM. */
  readonly roots: string;
  close(): Promise<void>;
};

/** What this authority does wrong, if anything. */
export type Wrong = 'digest' | 'nonce' | 'usage' | 'rejection' | 'HTTP' | 'bytes';

/** A time-stamping authority on a loopback port (RFC 3161). */
export async function startAuthority(wrong?: Wrong): Promise<Authority> {
  const root = await makeIdentity({ name: 'Root' });
  const leaf = await makeIdentity({
    name: 'Stamp',
    issuer: root,
    usage: wrong === 'usage' ? '1.3.6.1.5.5.7.3.1' : '1.3.6.1.5.5.7.3.8',
  });
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (wrong === 'HTTP') return response.writeHead(500).end();
      if (wrong === 'bytes') return response.writeHead(200).end('no answer at all');
      void stamp(leaf, Buffer.concat(chunks), wrong).then((bytes) => response.writeHead(200).end(bytes));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    roots: certificatePem(root),
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

async function stamp({ certificate, keys }: Identity, query: Buffer, wrong: Wrong | undefined): Promise<Buffer> {
  const { messageImprint, nonce } = TimeStampReq.fromBER(new Uint8Array(query));
  if (wrong === 'rejection') return encode(new TimeStampResp({ status: new PKIStatusInfo({ status: 2 }) }));
  if (wrong === 'digest') messageImprint.hashedMessage = new OctetString({ valueHex: new Uint8Array(32) });
  const info = new TSTInfo({
    version: 1,
    policy: '1.2.3.4',
    messageImprint,
    serialNumber: new Integer({ value: 7 }),
    genTime: new Date(),
    ...(nonce ? { nonce: wrong === 'nonce' ? new Integer({ value: 1 }) : nonce } : {}),
  });
  const content = new EncapsulatedContentInfo({
    eContentType: '1.2.840.113549.1.9.16.1.4',
    eContent: new OctetString({ valueHex: info.toSchema().toBER() }),
  });
  const sid = new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber });
  const signedAttrs = signedAttributes(certificate, Buffer.from(info.toSchema().toBER()));
  const signed = new SignedData({
    version: 3,
    encapContentInfo: content,
    signerInfos: [new SignerInfo({ version: 1, sid, signedAttrs })],
    certificates: [certificate],
  });
  await signed.sign(keys.privateKey, 0, 'SHA-256');
  const timeStampToken = new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) });
  return encode(new TimeStampResp({ status: new PKIStatusInfo({ status: 0 }), timeStampToken }));
}

// RFC 3161 §2.4.2 asks for the signing certificate's digest among them (RFC 5035).
function signedAttributes(certificate: Certificate, content: Buffer): SignedAndUnsignedAttributes {
  const digest = (bytes: Buffer) => new OctetString({ valueHex: new Uint8Array(hash('sha256', bytes, 'buffer')) });
  const certificateDigest = digest(Buffer.from(certificate.toSchema().toBER()));
  const sequence = (value: Sequence | OctetString) => new Sequence({ value: [value] });
  const attributes = [
    new Attribute({
      type: '1.2.840.113549.1.9.3',
      values: [new ObjectIdentifier({ value: '1.2.840.113549.1.9.16.1.4' })],
    }),
    new Attribute({ type: '1.2.840.113549.1.9.4', values: [digest(content)] }),
    new Attribute({ type: '1.2.840.113549.1.9.16.2.47', values: [sequence(sequence(sequence(certificateDigest)))] }),
  ];
  return new SignedAndUnsignedAttributes({ type: 0, attributes });
}

function encode(response: TimeStampResp): Buffer {
  return Buffer.from(response.toSchema().toBER());
}

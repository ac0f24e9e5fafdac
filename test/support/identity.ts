import { webcrypto, X509Certificate } from 'node:crypto';
import { Integer, OctetString, Utf8String } from 'asn1js';
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ExtKeyUsage,
  Extension,
  GeneralName,
  GeneralNames,
} from 'pkijs';

export type Identity = { readonly certificate: Certificate; readonly keys: webcrypto.CryptoKeyPair };

export type IdentityWishes = {
  readonly name: string;
  /** Without one it is a root that signs itself. */
  readonly issuer?: Identity | undefined;
  /** What the certificate may be used for; without it it is a CA's. */
  readonly usage?: string | undefined;
  /** Whether it is of 127.0.0.1. */
  readonly isLoopback?: boolean;
};

/** A certificate with its keys, valid today. */
export async function makeIdentity({ name, issuer, usage, isLoopback = false }: IdentityWishes): Promise<Identity> {
  const keys = (await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair;
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ value: usage ? 2 : 1 }) });
  const called = (value: string) => new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value }) });
  certificate.subject.typesAndValues.push(called(name));
  certificate.issuer.typesAndValues.push(called(issuer ? 'Root' : name));
  certificate.notBefore.value = new Date(Date.now() - 86_400_000);
  certificate.notAfter.value = new Date(Date.now() + 86_400_000);
  certificate.extensions = [
    usage
      ? extension('2.5.29.37', true, new ExtKeyUsage({ keyPurposes: [usage] }))
      : extension('2.5.29.19', true, new BasicConstraints({ cA: true })),
    ...(isLoopback ? [extension('2.5.29.17', false, loopbackName())] : []),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign((issuer?.keys ?? keys).privateKey, 'SHA-256');
  return { certificate, keys };
}

/** The certificate in PEM. */
export function certificatePem({ certificate }: Identity): string {
  return new X509Certificate(Buffer.from(certificate.toSchema().toBER())).toString();
}

/** The private key in PEM. */
export async function keyPem({ keys }: Identity): Promise<string> {
  const bytes = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const [begin, end] = ['BEGIN', 'END'].map((word) => `-----${word} ${'PRIVATE'} KEY-----`);
  return `${begin}\n${bytes.toString('base64')}\n${end}\n`;
}

function extension(extnID: string, critical: boolean, value: { toSchema(): { toBER(): ArrayBuffer } }): Extension {
  return new Extension({ extnID, critical, extnValue: value.toSchema().toBER() });
}

function loopbackName(): GeneralNames {
  const address = new OctetString({ valueHex: new Uint8Array([127, 0, 0, 1]).buffer });
  return new GeneralNames({ names: [new GeneralName({ type: 7, value: address })] });
}

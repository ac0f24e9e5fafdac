// What @peculiar/x509 is built on reads decorators' metadata, and must find this first.
import 'reflect-metadata';
import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { nameConstraints } from './name-constraints.ts';

/** An authority as it is kept: its certificate is for workstations, its key (PKCS #8) is to be sealed. */
export type KeptAuthority = { readonly certificatePem: string; readonly keyPem: string };

/** What a TLS server shows for one host. */
export type Leaf = { readonly certificatePem: string; readonly keyPem: string; readonly notAfter: Date };

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const dayMs = 86_400_000;
const authorityDays = 365;
const leafDays = 3;
const serverAuthentication = '1.3.6.1.5.5.7.3.1';

type Wanted = { readonly hosts: readonly string[]; readonly now: Date };

/**
 * Makes an authority that can speak for these hosts and for nothing else: nameConstraints is critical, no authority
 * stands below it (pathLen 0), it holds for a year. Another list of hosts needs another authority.
 */
export async function makeAuthority({ hosts, now }: Wanted): Promise<KeptAuthority> {
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    ...lifetime(now, authorityDays),
    serialNumber: serialNumber(),
    name: 'CN=octroi inspection, O=octroi',
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      new ExtendedKeyUsageExtension([serverAuthentication]),
      new Extension('2.5.29.30', true, nameConstraints(hosts)),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificatePem: certificate.toString('pem'), keyPem: await pemOf(keys.privateKey) };
}

/** Makes a certificate for one host, with a key of its own; it holds for three days. */
export async function makeLeaf(authority: KeptAuthority, host: string, now: Date): Promise<Leaf> {
  const issuer = new X509Certificate(authority.certificatePem);
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.create({
    ...lifetime(now, leafDays),
    serialNumber: serialNumber(),
    issuer: issuer.subject,
    publicKey: keys.publicKey,
    signingKey: await signingKey(authority),
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([serverAuthentication]),
      // The name stands here alone: CN is read by nobody since RFC 9525, and holds no more than 64 characters.
      new SubjectAlternativeNameExtension([{ type: 'dns', value: host }], true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const { notAfter } = certificate;
  return { certificatePem: certificate.toString('pem'), keyPem: await pemOf(keys.privateKey), notAfter };
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

// An hour back, for workstations whose clock is late.
function lifetime(now: Date, days: number): { readonly notBefore: Date; readonly notAfter: Date } {
  return { notBefore: new Date(now.getTime() - 3_600_000), notAfter: new Date(now.getTime() + days * dayMs) };
}

// RFC 5280 §4.1.2.2: positive, at most 20 octets.
function serialNumber(): string {
  return `5${randomBytes(16).toString('hex').slice(1)}`;
}

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key));
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString();
}

function signingKey({ keyPem }: KeptAuthority): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(keyPem).export({ format: 'der', type: 'pkcs8' });
  return webcrypto.subtle.importKey('pkcs8', new Uint8Array(der), algorithm, false, ['sign']);
}

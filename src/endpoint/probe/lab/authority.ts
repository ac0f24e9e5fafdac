import { webcrypto, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { createSecureContext, type SecureContext } from 'node:tls';
import { Integer, OctetString, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, GeneralName, GeneralNames } from 'pkijs';

/** A certification authority that lives for one run: what it vouches for is spoken to inside the laboratory alone. */
export type Authority = {
  /** Its own certificate, PEM. */
  readonly certificate: string;
  /** What a server shows that claims to be this host, by name or address. */
  contextFor(host: string): Promise<SecureContext>;
};

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const dayMs = 24 * 3_600_000;

type Keys = Awaited<ReturnType<typeof makeKeys>>;

/** Makes an authority, valid from a day before `now` to a day after it. */
export async function makeAuthority(now: Date): Promise<Authority> {
  const own = await makeKeys();
  const leaf = await makeKeys();
  const key = pem('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', leaf.privateKey));
  const name = 'octroi laboratory';
  const certificate = await issue({ subject: name, issuer: name, serial: 1, now, isAuthority: true }, own, own);
  const made = new Map<string, Promise<SecureContext>>();
  const make = async (host: string): Promise<SecureContext> => {
    const cert = await issue(
      { subject: host, issuer: name, serial: made.size + 2, now, isAuthority: false },
      leaf,
      own,
    );
    return createSecureContext({ key, cert: `${cert}${certificate}` });
  };
  return {
    certificate,
    contextFor: (host) => {
      const known = made.get(host) ?? make(host);
      made.set(host, known);
      return known;
    },
  };
}

async function makeKeys() {
  return webcrypto.subtle.generateKey(curve, true, ['sign', 'verify']);
}

type Wish = {
  readonly subject: string;
  readonly issuer: string;
  readonly serial: number;
  readonly now: Date;
  readonly isAuthority: boolean;
};

async function issue({ subject, issuer, serial, now, isAuthority }: Wish, keys: Keys, signer: Keys): Promise<string> {
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ value: serial }) });
  certificate.subject.typesAndValues.push(commonName(subject.slice(0, 64)));
  certificate.issuer.typesAndValues.push(commonName(issuer));
  certificate.notBefore.value = new Date(now.getTime() - dayMs);
  certificate.notAfter.value = new Date(now.getTime() + dayMs);
  const constraints = new BasicConstraints({ cA: isAuthority });
  certificate.extensions = [
    new Extension({
      extnID: '2.5.29.19',
      critical: true,
      extnValue: constraints.toSchema().toBER(),
      parsedValue: constraints,
    }),
    ...(isAuthority ? [] : [alternativeName(subject)]),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(signer.privateKey, 'SHA-256');
  return new X509Certificate(Buffer.from(certificate.toSchema(true).toBER())).toString();
}

function commonName(value: string): AttributeTypeAndValue {
  return new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value }) });
}

function alternativeName(host: string): Extension {
  const name =
    isIP(host) === 0
      ? new GeneralName({ type: 2, value: host })
      : new GeneralName({ type: 7, value: new OctetString({ valueHex: addressBytes(host) }) });
  return new Extension({ extnID: '2.5.29.17', extnValue: new GeneralNames({ names: [name] }).toSchema().toBER() });
}

function addressBytes(address: string): ArrayBuffer {
  if (isIP(address) === 4) return Uint8Array.from(address.split('.'), Number).buffer;
  const [head = '', tail] = address.split('::');
  const [front, back] = [groups(head), groups(tail ?? '')];
  const all = [...front, ...Array.from({ length: 8 - front.length - back.length }, () => '0'), ...back];
  return Uint8Array.from(all.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]))
    .buffer;
}

function groups(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}

function pem(label: string, bytes: ArrayBuffer): string {
  const lines = Buffer.from(bytes).toString('base64').replace(/.{64}/g, '$&\n');
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}

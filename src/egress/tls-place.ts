import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { createSecureContext, createServer, type Server as TlsServer, TLSSocket } from 'node:tls';
import type { CallerCertificate } from './proxy.ts';
import { listening } from './listening.ts';

/** The proxy's own certificate and key, and the authorities whose certificates name who asks (none: nobody is asked for one). PEM. */
export type TlsIdentity = { readonly certificate: string; readonly key: string; readonly callers?: string | undefined };

export type TlsPlace = {
  readonly port: number;
  readonly identity: TlsIdentity;
  /** Asked for every hour, as certificates are renewed under a running post; what cannot be read leaves the one in use. */
  readonly renewed: () => Promise<TlsIdentity>;
};

const handshakeMs = 10_000;
const renewEveryMs = 3_600_000;

/** Opens the proxy over TLS, for the same server. @throws what the system says of the address, and TLS of the PEM */
export async function openTls(server: Server, host: string, { port, identity, renewed }: TlsPlace): Promise<TlsServer> {
  const secure = createServer({
    ...optionsOf(identity),
    handshakeTimeout: handshakeMs,
    // Whoever shows no certificate, or one that nobody vouches for, may say who they are in another way.
    requestCert: identity.callers !== undefined,
    rejectUnauthorized: false,
    allowHalfOpen: true,
    ALPNProtocols: ['http/1.1'],
  });
  secure.on('secureConnection', (socket) => server.emit('connection', socket));
  secure.on('tlsClientError', (_fault, socket) => socket.destroy());
  const renewing = setInterval(() => void renew(secure, renewed), renewEveryMs).unref();
  secure.once('close', () => clearInterval(renewing));
  await listening(secure, host, port);
  return secure;
}

/** Takes up a renewed certificate. */
export async function renew(secure: TlsServer, renewed: TlsPlace['renewed']): Promise<void> {
  try {
    const options = optionsOf(await renewed());
    // Tried before it is taken up: half a file must not close the door.
    createSecureContext(options);
    secure.setSecureContext(options);
  } catch {
    // The one in use goes on until the next try.
  }
}

/** Who asks, by a certificate that an authority vouches for. */
export function callerCertificate(socket: Socket): CallerCertificate | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined;
  const { subject, subjectaltname = '' } = socket.getPeerCertificate();
  const [name = ''] = [subject?.CN ?? ''].flat();
  const said = Object.entries(subject ?? {}).map(([key, value]) => `${key}=${[value].flat().join('+')}`);
  return { name, subject: `${said.join(',')};${subjectaltname}` };
}

function optionsOf({ certificate: cert, key, callers: ca }: TlsIdentity) {
  return { cert, key, minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) } as const;
}

import { X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContextOptions } from 'node:tls';
import { describeCause } from '../../base/index.ts';
import { siemError } from '../errors.ts';

export type NamedPem = { readonly file: string; readonly text: string };

/** Files in PEM: whom to trust, and who we are. */
export type TlsFiles = {
  readonly ca: NamedPem | undefined;
  readonly certificate: NamedPem | undefined;
  readonly key: NamedPem | undefined;
};

export type Tls = Pick<SecureContextOptions, 'ca' | 'cert' | 'key'>;

/**
 * What connections are made with. Looked at here, since a CA that is none would be passed over at the handshake.
 * @throws siem_pem_invalid
 */
export function readTls({ ca, certificate, key }: TlsFiles): Tls {
  const tls: Tls = {
    ...(ca ? { ca: ca.text } : {}),
    ...(certificate && key ? { cert: certificate.text, key: key.text } : {}),
  };
  if (ca) tryPem(ca.file, () => new X509Certificate(ca.text));
  if (certificate && key) tryPem(`${certificate.file}, ${key.file}`, () => createSecureContext(tls));
  return tls;
}

function tryPem(file: string, attempt: () => unknown): void {
  try {
    attempt();
  } catch (fault) {
    throw siemError('siem_pem_invalid', { file, code: describeCause(fault) }, fault);
  }
}

/**
 * Headers of HTTP as a file holds them: one a line, `Name: value`; empty lines and those with `#` say nothing.
 * @throws siem_headers_invalid by its line, never with its text, which is a secret
 */
export function readHeaders({ file, text }: NamedPem): Readonly<Record<string, string>> {
  const headers = new Map<string, string>();
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const found = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\x20-\x7e]+)$/.exec(line);
    if (!found) throw siemError('siem_headers_invalid', { file, line: at + 1 });
    headers.set((found[1] ?? '').toLowerCase(), (found[2] ?? '').trim());
  }
  return Object.fromEntries(headers);
}

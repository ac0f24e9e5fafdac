import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { describeCause } from '../../base/index.ts';
import type { TlsIdentity, TlsPlace } from '../../egress/index.ts';
import { cliError } from '../errors.ts';
import type { Settings } from '../settings/settings.ts';

type TlsSettings = {
  readonly egress: Pick<Settings['egress'], 'tlsPort' | 'tlsCertificate' | 'tlsKey' | 'callerAuthorities'>;
};

/** Where the proxy listens over TLS, by the settings; undefined where they want none. @throws cli_file_unreadable, cli_tls_invalid */
export async function tlsPlace({ egress }: TlsSettings): Promise<TlsPlace | undefined> {
  const { tlsPort: port, tlsCertificate, tlsKey, callerAuthorities } = egress;
  if (port === 0) return undefined;
  const renewed = async (): Promise<TlsIdentity> => {
    const [certificate, key] = [await pemOf(tlsCertificate), await pemOf(tlsKey)];
    const callers = callerAuthorities === '' ? undefined : await pemOf(callerAuthorities);
    try {
      createSecureContext({ cert: certificate, key, ...(callers === undefined ? {} : { ca: callers }) });
    } catch (fault) {
      throw cliError('cli_tls_invalid', { files: `${tlsCertificate}, ${tlsKey}`, cause: describeCause(fault) }, fault);
    }
    return { certificate, key, callers };
  };
  return { port, identity: await renewed(), renewed };
}

async function pemOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (fault) {
    throw cliError('cli_file_unreadable', { file }, fault);
  }
}

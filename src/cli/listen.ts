import { cliError } from './errors.ts';

/** Starts what listens. @throws cli_port_taken */
export async function listen<T>(
  { host, port }: { readonly host: string; readonly port: number | string },
  start: () => Promise<T>,
): Promise<T> {
  try {
    return await start();
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    if (['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'].includes(code))
      throw cliError('cli_port_taken', { address: `${host}:${port}`, code }, fault);
    throw fault;
  }
}

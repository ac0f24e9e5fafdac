import type { Socket } from 'node:net';
import { connect, type SecureContext, type TLSSocket } from 'node:tls';
import { describeCause } from '../../base/index.ts';
import { egressError } from '../errors.ts';

export type Spoken = 'h2' | 'http/1.1';

type Wanted = {
  readonly host: string;
  readonly trust: SecureContext;
  readonly protocols: readonly Spoken[];
  readonly withinMs: number;
};

/**
 * Begins TLS with the host that was dialled: its certificate must be for that name and from somebody the post trusts.
 * @throws egress_upstream_untrusted, egress_unreachable
 */
export function secureUpstream(socket: Socket, { host, trust, protocols, withinMs }: Wanted): Promise<TLSSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>();
  const secured = connect({ socket, servername: host, secureContext: trust, ALPNProtocols: [...protocols] });
  const fail = (fault: unknown): void => {
    clearTimeout(timer);
    secured.destroy();
    const isUntrusted = Boolean(secured.authorizationError);
    const cause = describeCause(fault);
    reject(egressError(isUntrusted ? 'egress_upstream_untrusted' : 'egress_unreachable', { host, cause }));
  };
  const timer = setTimeout(() => fail(withCode('ETIMEDOUT')), withinMs);
  const left = (): void => fail(withCode('ECONNRESET'));
  secured.once('error', fail);
  secured.once('close', left);
  secured.once('secureConnect', () => {
    clearTimeout(timer);
    secured.off('close', left);
    // Whoever breaks off later is told by the close that follows.
    secured.off('error', fail).on('error', () => {});
    resolve(secured);
  });
  return promise;
}

function withCode(code: string): Error {
  return Object.assign(new Error(code), { code });
}

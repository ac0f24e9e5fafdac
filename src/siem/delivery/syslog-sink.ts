import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls, type SecureContextOptions } from 'node:tls';
import { describeCause } from '../../base/index.ts';
import { toCef } from '../cef/to-cef.ts';
import { siemError } from '../errors.ts';
import type { OcsfEvent } from '../ocsf/event.ts';
import { allTaken, type Sink, type Taken } from './sink.ts';
import { syslogFrame, type SyslogOrigin } from './syslog-message.ts';

export type SyslogSinkOptions = {
  /** `tls://host:6514` or `tcp://host:601`. */
  readonly url: string;
  readonly format: 'ocsf' | 'cef';
  /** PEM: whom to trust, and who we are. Without a CA those that Node brings. */
  readonly tls: Pick<SecureContextOptions, 'ca' | 'cert' | 'key'>;
  readonly origin: SyslogOrigin;
  /** How long a batch may take, from connecting to the receiver's close. */
  readonly waitMs: number;
};

const ports: Readonly<Record<string, number>> = { 'tls:': 6514, 'tcp:': 601 };

/**
 * A receiver of syslog over TCP or TLS (RFC 5424, 5425, 6587 with octet counting).
 *
 * The protocol acknowledges nothing: bytes that a socket took may be lost with the receiver. Each batch therefore has a
 * connection of its own, which we close first; only a receiver that has read to our end closes its own without an error
 * (RFC 5425 section 4.4). Until then the batch counts as not taken.
 */
export class SyslogSink implements Sink {
  readonly name = 'syslog';
  readonly address: string;
  readonly #options: SyslogSinkOptions;
  readonly #url: URL;

  /** @throws siem_address_invalid */
  constructor(options: SyslogSinkOptions) {
    this.#options = options;
    this.address = options.url;
    this.#url = parseAddress(options.url);
  }

  async send(events: readonly OcsfEvent[], signal: AbortSignal): Promise<Taken> {
    const { format, origin } = this.#options;
    const frames = events.map((event) =>
      syslogFrame(event, format === 'cef' ? toCef(event) : JSON.stringify(event), origin),
    );
    await this.#deliver(Buffer.concat(frames), signal);
    return allTaken;
  }

  async close(): Promise<void> {}

  async #deliver(bytes: Buffer, signal: AbortSignal): Promise<void> {
    const socket = this.#connect();
    const limit = AbortSignal.any([signal, AbortSignal.timeout(this.#options.waitMs)]);
    const giveUp = (): void => void socket.destroy(siemError('siem_timed_out', { address: this.address }));
    limit.addEventListener('abort', giveUp);
    try {
      await closedInOrder(socket, bytes);
    } catch (fault) {
      throw this.#told(fault);
    } finally {
      limit.removeEventListener('abort', giveUp);
      socket.destroy();
    }
  }

  #connect(): Socket {
    const host = this.#url.hostname.replace(/^\[|\]$/g, '');
    const port = Number(this.#url.port) || (ports[this.#url.protocol] ?? 0);
    if (this.#url.protocol === 'tcp:') return connectPlain({ host, port });
    return connectTls({ host, port, servername: nameOf(host), minVersion: 'TLSv1.2', ...this.#options.tls });
  }

  #told(fault: unknown) {
    const code = describeCause(fault);
    if (code.startsWith('siem_')) return fault;
    const args = { address: this.address, code };
    if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_SSL|ERR_TLS/.test(code))
      return siemError('siem_certificate_refused', args, fault);
    return siemError(code === 'ECONNRESET' || code === 'EPIPE' ? 'siem_broke_off' : 'siem_unreachable', args, fault);
  }
}

/** @throws siem_address_invalid */
function parseAddress(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || ports[parsed.protocol] === undefined || parsed.hostname === '')
    throw siemError('siem_address_invalid', { address: url });
  return parsed;
}

// A name for the certificate to be of; an address has none to ask for.
function nameOf(host: string): string {
  return /^[\d.]+$|:/.test(host) ? '' : host;
}

/** Writes everything, says that it was all, and waits until the other side has said so as well. */
function closedInOrder(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    let hasEnded = false;
    socket.on('error', reject);
    socket.on('end', () => (hasEnded = socket.writableFinished));
    socket.on('close', () => (hasEnded ? resolve() : reject(Object.assign(new Error(), { code: 'ECONNRESET' }))));
    socket.resume();
    socket.end(bytes);
  });
}

import type { SecureContextOptions } from 'node:tls';
import { Agent, request } from 'undici';
import { type Clock, describeCause, type OctroiError } from '../../base/index.ts';
import { siemError } from '../errors.ts';
import type { OcsfEvent } from '../ocsf/event.ts';
import { encodeLogs, otlpLogs, rejectedOf } from './otlp-message.ts';
import type { Sink, Taken } from './sink.ts';

export type OtlpSinkOptions = {
  /** The collector's address for logs: `https://collector:4318/v1/logs`. */
  readonly url: string;
  readonly encoding: 'protobuf' | 'json';
  /** Sent with every request: a token, a tenant. Never told anywhere. */
  readonly headers: Readonly<Record<string, string>>;
  readonly tls: Pick<SecureContextOptions, 'ca' | 'cert' | 'key'>;
  readonly waitMs: number;
  readonly now: Clock;
};

// Of an answer no more is read; it is a few bytes when it is one.
const maxAnswerBytes = 65_536;

/**
 * A collector of OpenTelemetry logs, over HTTP.
 *
 * A batch is taken when the collector says 200. What it says it refused of it is counted, since the protocol forbids to
 * send those again; any other answer leaves the batch with us. One that is too large (413) is sent in halves.
 */
export class OtlpSink implements Sink {
  readonly name = 'otlp';
  readonly address: string;
  readonly #options: OtlpSinkOptions;
  readonly #agent: Agent;

  /** @throws siem_address_invalid */
  constructor(options: OtlpSinkOptions) {
    if (!URL.canParse(options.url) || !/^https?:$/.test(new URL(options.url).protocol))
      throw siemError('siem_address_invalid', { address: options.url });
    this.#options = options;
    this.address = shownAddress(options.url);
    const { tls, waitMs } = options;
    this.#agent = new Agent({ connect: { ...tls, timeout: waitMs }, headersTimeout: waitMs, bodyTimeout: waitMs });
  }

  async send(events: readonly OcsfEvent[], signal: AbortSignal): Promise<Taken> {
    const { status, body, retryAfter } = await this.#post(events, signal);
    if (status === 200) return { rejected: rejectedOf(body, this.#options.encoding === 'json') };
    if (status === 413 && events.length > 1) {
      const half = Math.ceil(events.length / 2);
      const first = await this.send(events.slice(0, half), signal);
      const second = await this.send(events.slice(half), signal);
      return { rejected: first.rejected + second.rejected };
    }
    throw siemError('siem_refused', { address: this.address, status, ...retryAfter });
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #post(events: readonly OcsfEvent[], signal: AbortSignal) {
    const { url, encoding, headers, now, waitMs } = this.#options;
    const message = otlpLogs(events, now());
    const isJson = encoding === 'json';
    try {
      const answer = await request(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': isJson ? 'application/json' : 'application/x-protobuf' },
        body: isJson ? JSON.stringify(message) : encodeLogs(message),
        dispatcher: this.#agent,
        signal: AbortSignal.any([signal, AbortSignal.timeout(waitMs)]),
      });
      const body = await readSome(answer.body);
      return { status: answer.statusCode, body, retryAfter: retryAfterOf(answer.headers['retry-after']) };
    } catch (fault) {
      throw this.#told(fault);
    }
  }

  #told(fault: unknown): OctroiError {
    const code = describeCause(fault);
    const args = { address: this.address, code };
    if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_SSL|ERR_TLS/.test(code))
      return siemError('siem_certificate_refused', args, fault);
    if (/Timeout|TIMEOUT|Abort/.test(code)) return siemError('siem_timed_out', args, fault);
    return siemError(/ECONNRESET|EPIPE|SOCKET/.test(code) ? 'siem_broke_off' : 'siem_unreachable', args, fault);
  }
}

async function readSome(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes <= maxAnswerBytes) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

// Seconds; a date is left to our own pause.
function retryAfterOf(value: string | string[] | undefined): { readonly retryAfterMs?: number } {
  return typeof value === 'string' && /^\d{1,5}$/.test(value) ? { retryAfterMs: Number(value) * 1_000 } : {};
}

/** An address as it may be told: without a password or a token, which may stand in it. */
export function shownAddress(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

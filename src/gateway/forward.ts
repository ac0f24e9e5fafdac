import { Pool } from 'undici';
import type { Exchange } from './exchange.ts';
import type { GatewayLimits } from './gateway.ts';
import { Relay, type Relayed } from './relay.ts';

export type Departing = {
  readonly exchange: Exchange;
  readonly headers: string[];
  readonly body: Buffer;
  readonly stopPings: () => void;
};

/** The pools of connections to the vendors, one an origin. */
export class Upstreams {
  readonly #limits: Pick<GatewayLimits, 'upstreamHeadMs' | 'upstreamIdleMs'>;
  readonly #pools = new Map<string, Pool>();

  constructor(limits: Pick<GatewayLimits, 'upstreamHeadMs' | 'upstreamIdleMs'>) {
    this.#limits = limits;
  }

  poolFor(origin: string): Pool {
    const known = this.#pools.get(origin);
    if (known) return known;
    const pool = new Pool(origin, {
      headersTimeout: this.#limits.upstreamHeadMs,
      bodyTimeout: this.#limits.upstreamIdleMs,
      connect: { timeout: 10_000 },
      // One stream a connection: over HTTP/2 one slow reader's window would be every stream's.
      allowH2: false,
    });
    this.#pools.set(origin, pool);
    return pool;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()));
  }
}

/** Sends the exchange to its vendor and relays the answer. Resolves when it is over; never rejects. */
export async function forward(
  upstreams: Upstreams,
  { exchange, headers, body, stopPings }: Departing,
): Promise<Relayed> {
  const { contract, language } = exchange.admission;
  const { origin, pathname } = new URL(contract.upstreamUrl);
  const base = pathname === '/' ? '' : pathname;
  const { request, response, route } = exchange;
  const relay = new Relay({ response, language, stopPings, expectedOrganizationId: contract.organizationId });
  const method = request.method === 'GET' ? 'GET' : 'POST';
  const path = `${base}${route.path}${route.query}`;
  upstreams.poolFor(origin).dispatch({ method, path, headers, body: body.length > 0 ? body : null }, relay);
  return relay.done;
}

import type { Readable } from 'node:stream';
import { type Dispatcher, Pool } from 'undici';
import type { Exchange } from './exchange.ts';
import type { GatewayLimits } from './gateway.ts';
import type { Parcel } from './parcel.ts';
import { Relay, type Relayed } from './relay.ts';
import type { Restoration } from './restoration/block-restorer.ts';

export type Departing = {
  readonly exchange: Exchange;
  readonly headers: string[];
  readonly parcel: Parcel;
  readonly restoration: Restoration | undefined;
  /** Whether the answer is a stream, which may take long. */
  readonly isStream: boolean;
};

type Upstream = { readonly pool: Pool; readonly base: string };

/** The pools of connections to the vendors, one an address. */
export class Upstreams {
  readonly #limits: Pick<GatewayLimits, 'upstreamHeadMs' | 'upstreamIdleMs'>;
  readonly #known = new Map<string, Upstream>();

  constructor(limits: Pick<GatewayLimits, 'upstreamHeadMs' | 'upstreamIdleMs'>) {
    this.#limits = limits;
  }

  /** The pool for a contract's address, and the path its requests begin with. */
  to(url: string): Upstream {
    const known = this.#known.get(url);
    if (known) return known;
    const { origin, pathname } = new URL(url);
    const pool = new Pool(origin, {
      headersTimeout: this.#limits.upstreamHeadMs,
      bodyTimeout: this.#limits.upstreamIdleMs,
      connect: { timeout: 10_000 },
      // One stream a connection: over HTTP/2 one slow reader's window would be every stream's.
      allowH2: false,
    });
    const upstream = { pool, base: pathname === '/' ? '' : pathname };
    this.#known.set(url, upstream);
    return upstream;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#known.values()].map(({ pool }) => pool.close()));
  }
}

/** Sends the exchange to its vendor and relays the answer. Resolves when it is over; never rejects. */
export async function forward(
  upstreams: Upstreams,
  { exchange, headers, parcel, restoration, isStream }: Departing,
): Promise<Relayed> {
  const { contract, language } = exchange.admission;
  const upstream = upstreams.to(contract.upstreamUrl);
  const { request, response, route } = exchange;
  const expectedOrganizationId = contract.organizationId;
  const isKept = exchange.route.kind === 'messages' && !exchange.isCountsOnly;
  const relay = new Relay({ response, language, restoration, expectedOrganizationId, isKept });
  const { method = 'POST' } = request;
  if (method !== 'GET' && method !== 'POST' && method !== 'DELETE') throw new Error(`no route has this method`);
  const path = `${upstream.base}${route.path}${route.query}`;
  upstream.pool.dispatch({ method, path, headers, body: bodyOf(parcel, isStream) }, relay);
  return relay.done;
}

// undici takes any iterable as a body (docs/api/Dispatcher.md), which its types do not say.
function bodyOf(parcel: Parcel, isStream: boolean): NonNullable<Dispatcher.DispatchOptions['body']> | null {
  if (parcel.length === 0) return null;
  return isStream ? (parcel.giveLate() as AsyncIterable<Buffer> as Readable) : parcel.give();
}

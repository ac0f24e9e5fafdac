import type { TLSSocket } from 'node:tls';
import type { EgressParts } from '../proxy.ts';
import type { DecidedRequest, RequestHead } from './decide-request.ts';

/** What a request came to. */
export type Outcome = { readonly status: number | undefined; readonly bytesOut: number; readonly bytesIn: number };

/** One inspected tunnel, as whoever serves its requests sees it. */
export type Inside = {
  readonly host: string;
  readonly language: EgressParts['language'];
  readonly client: TLSSocket;
  /** The host's side; or why there is none, which every request is told. */
  readonly upstream: { readonly socket: TLSSocket } | { readonly fault: unknown };
  readonly decide: (head: RequestHead) => DecidedRequest;
  /** The headers of a request with the company's tenant restrictions in place of the client's. */
  readonly restricted: (raw: readonly string[]) => string[];
  /** A request has come; the answer is to be called once, when it is over. */
  readonly begin: (decided: DecidedRequest) => (outcome: Outcome) => void;
};

/*
 * What the console is told of connections through the forward proxy, and of ways around the gateway.
 *
 * GET /api/egress/flows?vendor&purpose&audience&effect → FlowsView    (newest first)
 * GET /api/egress/ways                                 → WaysView
 * GET /api/egress/around                               → AroundView
 * GET /api/egress/shadow                               → ShadowView
 * GET /api/egress/explain?connection                   → ExplainedView  (422 where it is no host, or host and port)
 */

import type { NamedView } from './contract.ts';

export const effectNames = ['pass', 'observed', 'warned', 'refused'] as const;
export type EffectName = (typeof effectNames)[number];

export const audienceNames = ['consumer', 'commercial', 'unknown'] as const;
export type AudienceName = (typeof audienceNames)[number];

/** Who sends: a person, a workstation, or somebody by a reference that leads to no address. */
export type SourceView =
  | { readonly kind: 'person'; readonly person: NamedView }
  | { readonly kind: 'device'; readonly device: NamedView }
  | { readonly kind: 'network'; readonly network: string };

export type ProxyView = {
  readonly mode: 'off' | 'observe' | 'warn' | 'enforce';
  /** Where clients are pointed at; null while it is off. */
  readonly url: string | null;
};

/** A request inside an inspected connection. `path`: its template; empty where it is not kept. */
export type RequestView = {
  readonly method: string;
  readonly path: string;
  /** Null where the client broke off before its answer. */
  readonly status: number | null;
  readonly effect: EffectName;
  readonly rule: string | null;
  readonly reason: string | null;
  readonly bytesOut: number;
  readonly bytesIn: number;
};

/** A client that did not take the post's certificate for an inspected host; `client` is a digest of how it speaks TLS. */
export type UninspectableView = {
  readonly id: string;
  readonly at: string;
  readonly source: SourceView;
  readonly host: string;
  readonly client: string;
  readonly reason: string;
};

export type FlowView = {
  readonly id: string;
  readonly at: string;
  readonly source: SourceView;
  readonly host: string;
  readonly port: number;
  readonly vendor: string | null;
  readonly purpose: string | null;
  readonly audience: AudienceName;
  readonly effect: EffectName;
  readonly rule: string | null;
  readonly reason: string | null;
  readonly hasEch: boolean;
  /** Null while it is open, or when its end is not on record. */
  readonly bytesOut: number | null;
  readonly bytesIn: number | null;
  /** Empty where it was not inspected, or nothing was asked in it. */
  readonly requests: readonly RequestView[];
};

export type FlowsView = {
  readonly proxy: ProxyView;
  readonly flows: readonly FlowView[];
  readonly uninspectable: readonly UninspectableView[];
  /** How many connections were looked through, over so many days, and whether there were more. */
  readonly read: number;
  readonly days: number;
  readonly isCut: boolean;
  readonly vendors: readonly string[];
  readonly purposes: readonly string[];
};

export type FlowQuery = {
  readonly vendor?: string;
  readonly purpose?: string;
  readonly audience?: AudienceName;
  readonly effect?: EffectName;
};

/** Data that went one way: from whom, through which post, to whom; or that was tried and refused. */
export type WayView = {
  readonly source: SourceView;
  readonly post: 'gateway' | 'egress';
  /** A vendor’s plan for the gateway; a vendor and what its host is for behind the proxy. Null: in no catalogue. */
  readonly vendor: string | null;
  readonly detail: string | null;
  readonly audience: AudienceName;
  readonly passed: number;
  readonly refused: number;
  /** Both ways together, of what passed. */
  readonly bytes: number;
};

export type WaysView = {
  readonly ways: readonly WayView[];
  readonly days: number;
  readonly exchanges: number;
  readonly connections: number;
  readonly isCut: boolean;
};

export type AroundView = {
  readonly proxy: ProxyView;
  readonly days: number;
  readonly flows: number;
  /** Connections to the vendor's API in imported logs, and whether some are known to be a gateway's. */
  readonly sighted: number;
  readonly isGatewaySighted: boolean;
  readonly toldSessions: number;
  readonly silentSessions: number;
  readonly isCut: boolean;
  readonly waysAround: readonly {
    readonly witness: 'proxy' | 'log';
    readonly source: SourceView;
    /** The workstations whose clients sent exchanges of that person. */
    readonly devices: readonly NamedView[];
    readonly host: string;
    readonly vendor: string | null;
    readonly passed: number;
    readonly refused: number;
    readonly bytesOut: number;
    readonly bytesIn: number;
    readonly firstAt: string;
    readonly lastAt: string;
  }[];
  readonly untold: readonly SessionCountView[];
  readonly blind: readonly SessionCountView[];
};

/** `count` of `of`: requests told of those seen, or events missing of all. */
export type SessionCountView = {
  readonly person: NamedView;
  readonly devices: readonly NamedView[];
  readonly session: string;
  readonly count: number;
  readonly of: number;
  readonly lastAt: string;
};

/** One source's use of one host over the last days. Who it was in a log is a reference that leads to nobody. */
export type SeenView = {
  readonly source: SourceView;
  readonly host: string;
  readonly vendor: string | null;
  readonly purpose: string | null;
  readonly audience: AudienceName;
  readonly flows: number;
  readonly denied: number;
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly firstAt: string;
  readonly lastAt: string;
  /** Uses a day, the oldest first. */
  readonly trend: readonly number[];
};

export type ImportView = {
  readonly id: string;
  readonly log: string;
  readonly at: string;
  readonly taken: number;
  readonly repeated: number;
  /** Null where the import was cut short. `malformedAt`: the numbers of the first lines that could not be read. */
  readonly whole: {
    readonly format: string;
    readonly lines: number;
    readonly flows: number;
    readonly malformed: number;
    readonly malformedAt: readonly number[];
  } | null;
};

export type ShadowView = {
  readonly days: number;
  readonly seen: readonly SeenView[];
  /** Hosts that the catalogue does not have and whose names sound like AI. */
  readonly proposed: readonly { readonly host: string; readonly flows: number; readonly sources: number }[];
  readonly imports: readonly ImportView[];
};

/** What becomes of a connection by its name and port. `mode` is as if the proxy enforced, where it is off. */
export type ExplainedView = {
  readonly host: string;
  readonly port: number;
  readonly effect: EffectName;
  readonly rule: string | null;
  readonly vendor: string | null;
  readonly purpose: string | null;
  readonly audience: AudienceName;
  readonly proxy: ProxyView;
};

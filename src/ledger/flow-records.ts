import type { Common } from './records.ts';

/**
 * Who opens a connection: a person by their octroi key, a workstation that is enrolled, or somebody by a keyed reference to
 * a place on the network or to the name in a certificate.
 */
export type FlowSource =
  | { readonly personId: string; readonly keyId: string }
  | { readonly deviceId: string }
  | { readonly network: string };

/** Where a connection goes, and what the catalogue knows of that. */
type Toward = {
  /** Empty where `isCountsOnly`. */
  readonly host: string;
  readonly port: number;
  /** `connect`: a tunnel; `plain`: a request in the clear, which the proxy forwards. */
  readonly wire: 'connect' | 'plain';
  readonly vendor?: string;
  readonly purpose?: string;
  readonly audience?: 'consumer' | 'commercial';
  /** Why it is refused, or would be where the mode or the rule only watches. */
  readonly rule?: string;
};

/** A connection is let through. On record before a byte of it passes. */
export type ConnectionOpened = Common &
  Toward & {
    readonly kind: 'connection_opened';
    readonly connectionId: string;
    readonly source: FlowSource;
    readonly decision: 'pass' | 'observed' | 'warned';
    /** What the client says it speaks (ALPN). */
    readonly protocols?: readonly string[];
    /** The client hello has an encrypted inner one, or an extension that looks like it. */
    readonly hasEch?: true;
  };

/** A connection is refused; nothing of it passed. */
export type ConnectionRefused = Common &
  Toward & {
    readonly kind: 'connection_refused';
    readonly connectionId: string;
    readonly source: FlowSource;
    /** The code that the client was told. */
    readonly reason: string;
  };

/** How a connection ended. */
export type ConnectionEnded = Common & {
  readonly kind: 'connection_ended';
  readonly connectionId: string;
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly durationMs: number;
  readonly outcome: 'closed' | 'unreachable' | 'broken_off' | 'idle';
};

/** A request inside an inspected connection, as much of it as is kept. */
export type InspectedRequest = {
  readonly at: string;
  /** `OTHER` for what no standard names. */
  readonly method: string;
  /** The path's template; empty where counts alone are kept, and where it could not be read. */
  readonly path: string;
  readonly decision: 'pass' | 'observed' | 'warned' | 'refused';
  /** Why it is refused, or would be where the mode or the rule only watches. */
  readonly rule?: string;
  /** The code that the client was told. */
  readonly reason?: string;
  /** What the client was answered; absent where it broke off before. */
  readonly status?: number;
  /** Of the bodies. */
  readonly bytesOut: number;
  readonly bytesIn: number;
};

/** Requests inside one inspected connection; written while it lasts and when it ends. Never a body, a query or a header. */
export type RequestsInspected = Common & {
  readonly kind: 'requests_inspected';
  readonly connectionId: string;
  readonly requests: readonly InspectedRequest[];
};

/** A client did not take the certificate of the post's own authority: what it says to that host cannot be inspected. */
export type HostUninspectable = Common & {
  readonly kind: 'host_uninspectable';
  readonly connectionId: string;
  readonly source: FlowSource;
  readonly host: string;
  /** The client program, by a digest of how it speaks TLS. */
  readonly client: string;
  /** The alert it sent, or `closed` where it left without a word. */
  readonly reason: string;
};

/** An authority that can speak for these hosts towards the company's own workstations was made. */
export type InspectionAuthorityMade = Common & {
  readonly kind: 'inspection_authority_made';
  readonly authorityId: string;
  readonly hosts: readonly string[];
  /** SHA-256 of the certificate. */
  readonly fingerprint: string;
  readonly notAfter: string;
};

/** What is recorded of connections through the forward proxy. */
export type FlowRecord = ConnectionOpened | ConnectionRefused | ConnectionEnded | RequestsInspected | HostUninspectable;

/** The connections of one source to one AI product's host on one day, as a log of another program tells of them. */
export type Sighting = {
  /** A reference under the tenant's key: it leads to no address and no name. */
  readonly source: string;
  readonly host: string;
  /** Absent, with `purpose` and `audience`, for a host that the catalogue does not have and whose name sounds like AI. */
  readonly vendor?: string;
  readonly purpose?: string;
  readonly audience?: 'consumer' | 'commercial';
  /** In UTC. */
  readonly day: string;
  readonly flows: number;
  readonly denied: number;
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly firstAt: string;
  readonly lastAt: string;
};

/**
 * A part of a log was read. The last part of an import tells of the whole log: how many lines it had, and which could not be
 * read; never what stood in one.
 */
export type FlowsSighted = Common & {
  readonly kind: 'flows_sighted';
  readonly importId: string;
  /** The log's name, without its folder. */
  readonly log: string;
  readonly sightings: readonly Sighting[];
  /** Lines about AI that were taken before. */
  readonly repeated: number;
  readonly whole?: {
    readonly format: string;
    readonly lines: number;
    readonly flows: number;
    readonly malformed: number;
    /** The numbers of the first of them. */
    readonly malformedAt: readonly number[];
  };
};

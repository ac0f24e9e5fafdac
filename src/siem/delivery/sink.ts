import type { OcsfEvent } from '../ocsf/event.ts';

/**
 * A receiver of events.
 *
 * `send` resolves when the receiver has taken all of them, as far as its protocol can tell; it rejects when it is not
 * sure of every one, and is then called with the same ones again. Calls come one at a time. It ends soon after `signal`.
 */
export type Sink = {
  readonly name: SinkName;
  /** Where the events go, without a credential. */
  readonly address: string;
  send(events: readonly OcsfEvent[], signal: AbortSignal): Promise<Taken>;
  close(): Promise<void>;
};

export const sinkNames = ['file', 'syslog', 'otlp'] as const;

export type SinkName = (typeof sinkNames)[number];

/** How many of the events the receiver took and then refused for good: sending them again would change nothing. */
export type Taken = { readonly rejected: number };

export const allTaken: Taken = { rejected: 0 };

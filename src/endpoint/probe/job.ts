import type { ClientRun } from './lab/run-client.ts';

/** One run of a client as the laboratory is told it: written to a file, since it crosses into another process. */
export type Job = ClientRun & {
  readonly versionWords: readonly string[];
  readonly isIsolated: boolean;
  /** Where a gateway on this machine would listen. */
  readonly gatewayPorts: readonly number[];
  /** The made-up credentials the client was given, value by name. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly startedAt: string;
  readonly authorityFile: string;
  readonly resultFile: string;
};

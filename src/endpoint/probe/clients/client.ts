import type { Dialogue } from '../lab/run-client.ts';

/** A client as the laboratory knows how to start it. */
export type ProbedClient = {
  /** As in the catalogue. */
  readonly id: string;
  readonly name: string;
  /** What it is called on a command line. */
  readonly command: string;
  /** One question, answered and done. */
  readonly oneShot: (prompt: string) => readonly string[];
  readonly interactive: readonly string[];
  /** Credentials of nobody, by the variable that holds them; another one where a gateway is asked. */
  readonly credentials: (isAtGateway: boolean) => Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  /** The variables that say where its gateway is. */
  readonly gatewayVariables: readonly string[];
  /** What earlier starts would have left in its home, by path: a first start asks more and does less. */
  readonly home: (folder: string) => Readonly<Record<string, string>>;
  /** What it may ask nevertheless. */
  readonly dialogues: readonly Dialogue[];
  /** What ends a session. */
  readonly leave: readonly string[];
  /** Where a managed profile stands in /etc. */
  readonly profile: string;
  /** Its settings in a person's home, as JSON or TOML by the ending. */
  readonly ownSettings: string;
};

/** A credential that looks like one and opens nothing: assembled, so that no scanner takes this file for a leak. */
export function madeUp(...parts: readonly string[]): string {
  return [...parts, 'octroi0laboratory0'.repeat(3).slice(0, 48)].join('-');
}

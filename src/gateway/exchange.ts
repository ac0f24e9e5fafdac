import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Admission } from './admission.ts';
import { type Body, idText } from './anthropic/read-body.ts';
import type { SettingsState } from './managed-settings/served-settings.ts';
import type { Route } from './route.ts';

/** One request that was admitted, on its way. Frozen: each step hands its own result on. */
export type Exchange = {
  readonly id: string;
  readonly startedAt: number;
  readonly route: Route;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly admission: Admission;
  /** Puts stand-ins for what is found in a text that the client states of itself, before it goes into a record. */
  readonly mask: (text: string) => string;
  /** How the settings the client says it runs under compare to those it is served. */
  readonly settings: SettingsState | undefined;
  /** Its workspace is under zero retention: its records hold counts only. */
  readonly isCountsOnly: boolean;
};

export type ClientFacts = {
  readonly userAgent?: string;
  readonly sessionId?: string;
  readonly agentId?: string;
  readonly deviceId?: string;
  readonly settings?: SettingsState;
};

/** What the client says of itself, in its headers and in the body's metadata. */
export function clientFacts(exchange: Exchange, body: Body | undefined): ClientFacts {
  const { headers } = exchange.request;
  const masked = (text: string | undefined) => (text === undefined ? undefined : exchange.mask(text));
  const userAgent = masked(userAgentOf(exchange.request));
  const sessionId = masked(idText(headers['x-claude-code-session-id']) ?? body?.sessionId);
  const agentId = masked(idText(headers['x-claude-code-agent-id']));
  const deviceId = masked(body?.deviceId);
  return {
    ...(userAgent === undefined ? {} : { userAgent }),
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(agentId === undefined ? {} : { agentId }),
    ...(deviceId === undefined ? {} : { deviceId }),
    ...(exchange.settings === undefined ? {} : { settings: exchange.settings }),
  };
}

/** What a client calls itself, bounded and as it came: it is masked before it goes into a record. */
export function userAgentOf({ headers }: IncomingMessage): string | undefined {
  return headers['user-agent']?.slice(0, 200).toWellFormed();
}

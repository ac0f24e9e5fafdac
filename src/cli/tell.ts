import type { GatewayEvent } from '../gateway/index.ts';
import type { Terminal } from './command.ts';

/** Writes what an operator must hear of as JSON lines on standard error. */
export function tellTo(terminal: Pick<Terminal, 'remark'>): (event: GatewayEvent) => void {
  return (event) => terminal.remark(JSON.stringify({ at: new Date().toISOString(), ...event }));
}

import type { Terminal } from './command.ts';
import type { PostEvent } from './post-event.ts';

/** Writes what an operator must hear of as JSON lines on standard error. */
export function tellTo(terminal: Pick<Terminal, 'remark'>): (event: PostEvent) => void {
  return (event) => terminal.remark(JSON.stringify({ at: new Date().toISOString(), ...event }));
}

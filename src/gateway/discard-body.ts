import type { IncomingMessage } from 'node:http';

const discardLimitMs = 10_000;

/**
 * Lets the rest of a refused request run out unread, for a while.
 *
 * Closing at once would reset the connection under a client that is still sending, and the refusal would be lost with
 * it. The bytes are dropped as they come; a client that goes on for too long is cut off.
 */
export function discardBody(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  const timer = setTimeout(() => request.destroy(), discardLimitMs);
  request.once('close', () => clearTimeout(timer));
  request.once('end', () => clearTimeout(timer));
  request.resume();
}

import type { ServerResponse } from 'node:http';

/** When our own pings begin and how often they come, in milliseconds. */
export type PingTimes = { readonly firstPingMs: number; readonly pingEveryMs: number };

/**
 * Keeps a streaming client alive while we hold its exchange back: it gives up after 300 s without a byte and shows a
 * banner after 20 s (claude-code-gateway-protocol.md).
 *
 * The first ping sends the head of a stream; from then on what goes wrong can only be told as an event.
 * @returns ends the pings.
 */
export function keepAlive(response: ServerResponse, times: PingTimes): () => void {
  const ping = (): void => {
    if (response.destroyed) return;
    if (!response.headersSent)
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
    response.write('event: ping\ndata: {"type":"ping"}\n\n');
    timer = setTimeout(ping, times.pingEveryMs);
  };
  let timer = setTimeout(ping, times.firstPingMs);
  return () => clearTimeout(timer);
}

import type { ServerResponse } from 'node:http';
import type { ServedDocument } from './served-settings.ts';

/**
 * Answers a client that asks for its managed settings. 304 only where it named the checksum itself: one it did not ask
 * for counts as a failure, and `*` asks whether there are settings at all. No policy is 404, an empty one is not.
 */
export function answerSettings(
  response: ServerResponse,
  served: ServedDocument | undefined,
  ifNoneMatch: string | undefined,
): void {
  if (!served)
    return send(response, 404, { type: 'error', error: { type: 'not_found_error', message: 'no settings' } });
  response.setHeader('etag', `"${served.checksum}"`);
  if (named(ifNoneMatch).includes(served.checksum)) return void response.writeHead(304).end();
  const { uuid, checksum, settings } = served;
  send(response, 200, { uuid, checksum, settings });
}

function named(ifNoneMatch: string | undefined): readonly string[] {
  return (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, '').replaceAll('"', ''));
}

function send(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-cache',
  });
  response.end(body);
}

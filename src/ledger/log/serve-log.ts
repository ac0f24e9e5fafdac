import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anyUuid, OctroiError } from '../../base/index.ts';
import type { Store } from '../../store/index.ts';
import { levelShape, parseTilePath, type Tile, tileWidth } from '../tree/tile-path.ts';
import { headOf } from './prove.ts';
import { loadTiles } from './tiles.ts';

export type LogServerOptions = { readonly store: Store; readonly host: string; readonly port: number };

export type LogServer = { readonly url: string; close(): Promise<void> };

type Answer = {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly isForever?: boolean;
};

const notThere: Answer = { status: 404, type: 'text/plain; charset=utf-8', body: 'not found\n' };

/**
 * Serves the logs read-only over HTTP as C2SP tlog-tiles says, each under the id of its tenant. There is nobody to sign
 * in: leaves hold no personal data, but they tell when how much happened, so it belongs in a network of one's own.
 */
export async function startLogServer({ store, host, port }: LogServerOptions): Promise<LogServer> {
  const server = createServer((request, response) => {
    answer(store, request).then(
      (found) => send(request, response, found),
      // The database is away, or worse: whoever asked may ask again.
      () => send(request, response, { status: 503, type: 'text/plain; charset=utf-8', body: 'unavailable\n' }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(store: Store, { method, url }: IncomingMessage): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD') return { ...notThere, status: 405 };
  const [, tenant, path] = /^\/([0-9a-f-]{36})\/([^?]+)/.exec(url ?? '') ?? [];
  if (!tenant || !path || anyUuid(tenant) !== tenant) return notThere;
  return store.inTenant(tenant, async (db) => {
    const head = await headOf(db);
    if (!head) return notThere;
    if (path === 'checkpoint') return { status: 200, type: 'text/plain; charset=utf-8', body: head.checkpoint };
    const tile = readTile(path);
    if (!tile || !isInLog(tile, head.size)) return notThere;
    const body = (await loadTiles(db, [tile])).bytes(tile);
    return body ? { status: 200, type: 'application/octet-stream', body, isForever: true } : notThere;
  });
}

function readTile(path: string): Tile | undefined {
  try {
    return parseTilePath(path);
  } catch (fault) {
    if (fault instanceof OctroiError) return undefined;
    throw fault;
  }
}

// What was written and not signed for yet is nobody's to see.
function isInLog(tile: Tile, size: number): boolean {
  const { full, partialWidth } = levelShape(tile.level === 'entries' ? 0 : tile.level, size);
  if (tile.index < full) return tile.width <= tileWidth;
  return tile.index === full && tile.width <= partialWidth;
}

function send({ method }: IncomingMessage, response: ServerResponse, { status, type, body, isForever }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': isForever ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  response.end(method === 'HEAD' ? undefined : body);
}

import { gatewayError } from './errors.ts';

/** What a request asks for. `query` is what follows the path, with its question mark, or empty. */
export type Route = {
  readonly kind:
    | 'messages'
    | 'count_tokens'
    | 'models'
    | 'hello'
    | 'file_upload'
    | 'file_list'
    | 'file_read'
    | 'file_delete';
  readonly path: string;
  readonly query: string;
};

// Clients ask for `?beta=true`, and for pages of models. What is longer carries something, and nobody inspects it.
const longestQuery = 256;

const posts: ReadonlyMap<string, Route['kind']> = new Map([
  ['/v1/messages', 'messages'],
  ['/v1/messages/count_tokens', 'count_tokens'],
]);

/**
 * Finds the route of a request; the client adds `?beta=true`, so the path alone decides.
 *
 * Only these ways exist. Whatever else is asked, with a body or without, is refused here and never forwarded: on a way
 * that nobody inspects anything could leave.
 * @param target the request target; in absolute form too, as a client sends it when it takes us for its proxy.
 * @throws gateway_path_unknown, gateway_method_unknown, gateway_request_malformed
 */
export function findRoute(method: string, target: string): Route {
  const { path, query } = splitTarget(target);
  if (query.length > longestQuery) throw gatewayError('gateway_request_malformed');
  const post = posts.get(path);
  if (post && method === 'POST') return { kind: post, path, query };
  if (post) throw gatewayError('gateway_method_unknown', { method });
  if (path === '/api/hello' && (method === 'HEAD' || method === 'GET')) return { kind: 'hello', path, query };
  if (path === '/v1/models' || /^\/v1\/models\/(?!\.{1,2}$)[0-9A-Za-z._:-]{1,128}$/.test(path)) {
    if (method !== 'GET') throw gatewayError('gateway_method_unknown', { method });
    return { kind: 'models', path, query };
  }
  const file = fileRoute(method, path);
  if (file) return { kind: file, path, query };
  throw gatewayError('gateway_path_unknown', {});
}

/** The vendor's id in the path of a file. */
export function fileIdOf(path: string): string {
  return filePath.exec(path)?.[1] ?? '';
}

const filePath = /^\/v1\/files\/(file_[0-9A-Za-z]{1,128})(\/content)?$/;

// platform.claude.com/docs/en/api/http/files, read 2026-11-26.
function fileRoute(method: string, path: string): Route['kind'] | undefined {
  const isAll = path === '/v1/files';
  const one = filePath.exec(path);
  if (!isAll && !one) return undefined;
  if (isAll && method === 'POST') return 'file_upload';
  if (isAll && method === 'GET') return 'file_list';
  if (one && method === 'GET') return 'file_read';
  if (one && one[2] === undefined && method === 'DELETE') return 'file_delete';
  throw gatewayError('gateway_method_unknown', { method });
}

/** Takes a request target apart; of an absolute one only what follows its origin counts. */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const origin = /^https?:\/\/[^/?#]*/i.exec(target);
  const local = origin ? target.slice(origin[0].length) : target;
  const mark = local.indexOf('?');
  return mark === -1 ? { path: local, query: '' } : { path: local.slice(0, mark), query: local.slice(mark) };
}

// RFC 9110 §7.6.1, and what says where a body ends: that is written anew for the other side, once.
const hopByHop = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'http2-settings',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Every value under a name, in order. `raw` is name, value, name, value. */
export function valuesOf(raw: readonly string[], wanted: string): readonly string[] {
  return raw.filter((_, at) => at % 2 === 1 && raw[at - 1]?.toLowerCase() === wanted);
}

/** The headers that are meant for the other end: neither those of this connection nor those of HTTP/2's own. */
export function endToEnd(raw: readonly string[]): string[] {
  const named = new Set(
    valuesOf(raw, 'connection').flatMap((value) => value.split(',').map((name) => name.trim().toLowerCase())),
  );
  return raw.filter((_, at) => {
    const name = (raw[at - (at % 2)] ?? '').toLowerCase();
    return !hopByHop.has(name) && !named.has(name) && !name.startsWith(':');
  });
}

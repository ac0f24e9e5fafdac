import { actionOf, countOf, type Format, hostOf } from '../flow.ts';
import { parseInstant } from '../instant.ts';

// Envoy's default format string (envoyproxy.io, "Access logging"; compared with it 2026-11-27).
const line =
  /^\[(\d{4}-\S+)\] "(\S+) (\S+) [^"]*" (\d{1,3}) (?:\S+ )(\d+) (\d+) \d+ \S+ "([^"]*)" "[^"]*" "[^"]*" "([^"]*)" "([^"]*)"(?: (.*))?$/;
// What service meshes append: cluster, local and remote addresses, the name asked for.
const places = /(\d+\.\d+\.\d+\.\d+):\d+ (\d+\.\d+\.\d+\.\d+):\d+ (\S+)/;

/** Envoy's text log. The client is the first forwarded address or, where the mesh tells it, the remote one. */
export const envoyText: Format = {
  name: 'envoy',
  open: (now) => (text) => {
    const [, instant, method, path, status, received, sent, forwarded, authority, , rest = ''] = line.exec(text) ?? [];
    const atMs = parseInstant(instant ?? '', now);
    if (atMs === undefined || authority === undefined) return 'malformed';
    const [, , remote, asked = ''] = places.exec(rest) ?? [];
    const named = authority === '-' ? asked : authority;
    const host = hostOf(method === 'CONNECT' && named === '' ? (path ?? '') : named);
    const source = forwarded === '-' || forwarded === undefined ? remote : forwarded.split(',')[0];
    if (host === '' || source === undefined) return 'nothing';
    const counts = { bytesOut: countOf(received), bytesIn: countOf(sent) };
    return { atMs, source, host, ...counts, action: actionOf(status ?? '') };
  },
};

import { actionOf, countOf, type Flow, type Format, hostOf, isName } from '../flow.ts';
import { parseInstant } from '../instant.ts';

// httplog and tcplog (HAProxy configuration manual §8.2.2 and §8.2.3; the fields of httplog compared with it 2026-11-27): client,
// instant, frontend, backend/server, timers, then status and bytes, or bytes alone.
const line = /^(\S+?):(\d{1,5}) \[([^\]]+)\] \S+ \S+ [\d+/-]+ (?:(-?\d{1,3}) )?\+?(\d+) (.*)$/;

/**
 * HAProxy's logs of HTTP and of TCP. The name is that of an absolute URL or a CONNECT, else the first captured header or
 * field that is one (the manual's own example captures `Host`; names of TLS are logged by `%[ssl_fc_sni]` or a capture).
 */
export const haproxy: Format = {
  name: 'haproxy',
  open: (now) => (text) => {
    const [, source, , instant, status, bytes, rest = ''] = line.exec(text) ?? [];
    const atMs = parseInstant(instant ?? '', now);
    if (atMs === undefined || source === undefined) return 'malformed';
    const host = hostIn(rest);
    if (host === '') return 'nothing';
    const action: Flow['action'] = / (?:PR|P[RTD])-- /.test(rest) ? 'denied' : actionOf(status ?? '');
    return { atMs, source, host, bytesOut: 0, bytesIn: countOf(bytes), action };
  },
};

function hostIn(rest: string): string {
  const target = /"(?:CONNECT (\S+)|[A-Z]+ (https?:\/\/\S+))/.exec(rest);
  if (target) return hostOf(target[1] ?? target[2] ?? '');
  const fields = rest.replace(/"[^"]*"?/g, ' ').split(/[\s{}|]+/);
  return fields.map(hostOf).find(isName) ?? '';
}

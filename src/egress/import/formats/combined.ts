import { actionOf, countOf, type Format, hostOf } from '../flow.ts';
import { parseInstant } from '../instant.ts';

const line = /^(\S+) \S+ (\S+) \[([^\]]+)\] "([A-Z_-]+) (\S+)[^"]*" (\d{3}) (\d+|-)(?: (.*))?$/;

/** The common and combined logs of HTTP servers, as a forward proxy such as squid writes them: the URL names the host. */
export const combined: Format = {
  name: 'combined',
  open: (now) => (text) => {
    const [, client, user, instant, method, url, status, bytes, rest = ''] = line.exec(text) ?? [];
    const atMs = parseInstant(instant ?? '', now);
    if (atMs === undefined || client === undefined || url === undefined) return 'malformed';
    const host = method === 'CONNECT' || url.includes('://') ? hostOf(url) : '';
    if (host === '') return 'nothing';
    const source = user === undefined || user === '-' ? client : user;
    const action = actionOf(rest.includes('DENIED') ? 'denied' : (status ?? ''));
    return { atMs, source, host, bytesOut: 0, bytesIn: countOf(bytes), action };
  },
};

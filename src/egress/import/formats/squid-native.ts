import { actionOf, countOf, type Format, hostOf, isAddress, isName } from '../flow.ts';
import { parseInstant } from '../instant.ts';

const line =
  /^(\d{9,10}(?:\.\d{1,6})?) +-?\d+ (\S+) ([A-Z_]+)\/(\d{3}) (\d+) [A-Za-z_-]+ (\S+) (\S+) [A-Z_]+\/\S+(.*)$/;

/** Squid's own access.log. Its bytes are those sent to the client; a tunnel that was refused may say 200, so its tag decides. */
export const squidNative: Format = {
  name: 'squid',
  open: (now) => (text) => {
    const [, instant, client, tag, status, bytes, url, user, rest = ''] = line.exec(text) ?? [];
    const atMs = parseInstant(instant ?? '', now);
    if (atMs === undefined || client === undefined || url === undefined) return 'malformed';
    const named = hostOf(url);
    // Intercepted connections are to an address; where `%ssl::>sni` is logged too, it names whom was asked for.
    const host = isAddress(named) ? (rest.split(' ').map(hostOf).find(isName) ?? named) : named;
    if (host === '' || url.startsWith('error:')) return 'nothing';
    const source = user === undefined || user === '-' ? client : user;
    const action = actionOf(tag?.includes('DENIED') ? 'denied' : (status ?? ''));
    return { atMs, source, host, bytesOut: 0, bytesIn: countOf(bytes), action };
  },
};

import { type Format, hostOf } from '../flow.ts';
import { parseInstant } from '../instant.ts';

const line = /^([A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d|\d{4}-\S+) (?:\S+ )?dnsmasq(?:-[a-z]+)?\[\d+\]: (.+)$/;
const query = /^(?:\d+ \S+ )?query\[[A-Z0-9=]+\] (\S+) from (\S+)$/;

/** Dnsmasq's and Pi-hole's query log. Only the question counts: its answer stands on lines of its own. */
export const dnsmasq: Format = {
  name: 'dnsmasq',
  open: (now) => (text) => {
    const [, instant, said] = line.exec(text) ?? [];
    const atMs = parseInstant(instant ?? '', now);
    if (atMs === undefined || said === undefined) return 'malformed';
    const [, name, source] = query.exec(said) ?? [];
    if (name === undefined || source === undefined) return 'nothing';
    return { atMs, source, host: hostOf(name), bytesOut: 0, bytesIn: 0, action: 'unknown' };
  },
};

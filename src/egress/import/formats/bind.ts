import { type Format, hostOf } from '../flow.ts';
import { parseInstant } from '../instant.ts';

const line =
  /^(\d\d-[A-Z][a-z]{2}-\d{4} \S+|\d{4}-\d\d-\d\dT\S+|[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d) (?:.*?)client (?:@0x[0-9a-f]+ )?(\S+)#\d+(?: \([^)]*\))?: (?:view \S+: )?query: (\S+) \S+ \S+/;

// What else the same file holds: other categories, and answers where they are logged.
const other =
  /^(\d\d-[A-Z][a-z]{2}-\d{4} \S+|\d{4}-\d\d-\d\dT\S+|[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d)(?: \S+ named\[\d+\])?:? (?:[\w-]+: )?(?:critical|error|warning|notice|info|debug \d+): /;

/** BIND's query log, from its own file or through syslog. */
export const bind: Format = {
  name: 'bind',
  open: (now) => (text) => {
    const [, instant, source, name] = line.exec(text) ?? [];
    const atMs = parseInstant(instant ?? '', now);
    if (source === undefined || name === undefined)
      return parseInstant(other.exec(text)?.[1] ?? '', now) === undefined ? 'malformed' : 'nothing';
    if (atMs === undefined) return 'malformed';
    return { atMs, source, host: hostOf(name), bytesOut: 0, bytesIn: 0, action: 'unknown' };
  },
};

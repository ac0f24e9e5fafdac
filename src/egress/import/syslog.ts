import type { Format, LineReading } from './flow.ts';

const stamp = String.raw`(?:[A-Z][a-z]{2} {1,2}\d{1,2} (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d+)?|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*)`;
// RFC 5424 §6: version, instant, host, program, process, message id, structured data.
const modern = new RegExp(String.raw`^1 ${stamp} \S+ \S+ \S+ \S+ (?:-|(?:\[(?:[^\]\\]|\\.)*\])+) ?`);
// RFC 3164 §4.1, as it is written in practice: the program may be missing, and the host too.
const withProgram = new RegExp(String.raw`^${stamp} (?:\S+ )?(?:\([^)]*\)|[\w./-]+)(?:\[\d+\])?: +`);
const withHost = new RegExp(String.raw`^${stamp} \S+ `);

/** A format whose lines may come through syslog: what stands before the message is taken away where the format needs it. */
export function throughSyslog(format: Format): Format {
  return {
    name: format.name,
    open: (now) => {
      const read = format.open(now);
      return (line) => readUnwrapped(read, line);
    },
  };
}

function readUnwrapped(read: (line: string) => LineReading, line: string): LineReading {
  const bare = line.startsWith('<') ? line.replace(/^<\d{1,3}>/, '') : line;
  const reading = read(bare);
  if (reading !== 'malformed') return reading;
  for (const wrapping of [modern, withProgram, withHost]) {
    const message = bare.replace(wrapping, '').replace(/^\ufeff/, '');
    if (message.length === bare.length) continue;
    const found = read(message);
    if (found !== 'malformed') return found;
  }
  return 'malformed';
}

import type { Format } from '../flow.ts';
import { flowOfFields, plainName, tellsFlows } from '../named-fields.ts';

const heading = /^(?:CEF|LEEF):\d(?:\.\d)?(?:\|(?:[^|\\]|\\.)*){4,6}\|/;
// A value is quoted, or goes to the next name: those of CEF hold spaces.
const pair =
  /(?:^|[\s,;|^])([A-Za-z_][\w.@-]{0,60})=(?:"((?:[^"\\]|\\.)*)"|([^\s,;|^]*(?:[^\S\t][^\s=,;|^]+(?![\w.@-]*=))*))/g;
const fewestPairs = 3;
const instants = ['time', 'date', 'datetime', 'timestamp', 'eventtime', 'devtime', 'rt', 'start', 'ts'];

/** Lines of `name=value`: Fortinet, Zscaler's NSS, CEF and LEEF. */
export const pairs: Format = {
  name: 'pairs',
  open: (now) => (text) => {
    const fields = new Map<string, string>();
    for (const [, name = '', quoted, plain = ''] of text.replace(heading, ' ').matchAll(pair)) {
      const key = plainName(name);
      if (!fields.has(key)) fields.set(key, quoted ?? plain);
    }
    if (fields.size < fewestPairs) return 'malformed';
    if (!instants.some((name) => fields.has(name))) addLeadingInstant(fields, text);
    return tellsFlows([...fields.keys()]) ? flowOfFields(fields, now) : 'nothing';
  },
};

// Some writers put the instant before the pairs.
function addLeadingInstant(fields: Map<string, string>, text: string): void {
  const leading = /^(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d\S*|[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d)[\s,]/.exec(text)?.[1];
  if (leading !== undefined) fields.set('timestamp', leading);
}

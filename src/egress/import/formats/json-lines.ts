import type { Format } from '../flow.ts';
import { flowOfFields, plainName } from '../named-fields.ts';

// Suricata tells of one connection in several events; those that carry a name count, and of a DNS exchange its question.
const silentEvents = new Set(['flow', 'netflow', 'alert', 'stats', 'fileinfo', 'anomaly']);
const maxDepth = 6;

/** One JSON object a line: Zeek, Suricata eve, Route 53 Resolver, Envoy, tshark -T ek. */
export const jsonLines: Format = {
  name: 'json',
  open: (now) => (text) => {
    const value = parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'malformed';
    const fields = new Map<string, string>();
    flatten(value, { prefix: '', depth: 0, fields });
    if (fields.has('index') || silentEvents.has(fields.get('eventtype') ?? '')) return 'nothing';
    if (['answer', 'response'].includes(fields.get('dnstype') ?? '')) return 'nothing';
    return flowOfFields(fields, now);
  },
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // A line that is no JSON is counted as malformed by the caller.
  }
}

type Place = { readonly prefix: string; readonly depth: number; readonly fields: Map<string, string> };

function flatten(value: object, { prefix, depth, fields }: Place): void {
  for (const [key, one] of Object.entries(value)) {
    const name = prefix + plainName(key);
    const inner: unknown = Array.isArray(one) ? one[0] : one;
    if (typeof inner === 'string' || typeof inner === 'number') fields.set(name, String(inner));
    else if (typeof inner === 'object' && inner !== null) {
      if (key === 'index') fields.set('index', '');
      if (depth < maxDepth) flatten(inner, { prefix: name, depth: depth + 1, fields });
    }
  }
}

import type { Format } from '../flow.ts';
import { type Fields, flowOfFields, plainName } from '../named-fields.ts';

// Suricata tells of one connection in several events; those that carry a name count, and of a DNS exchange its question.
const silentEvents = new Set(['flow', 'netflow', 'alert', 'stats', 'fileinfo', 'anomaly']);
const answers = new Set(['answer', 'response']);
const maxDepth = 12;
const mostItems = 8;
// What forwarders wrap an event of somebody else in: the members within are called as they would be without it.
const wrappers = new Set([
  'event',
  '_source',
  'source_event',
  'data',
  'result',
  'record',
  'payload',
  'json',
  'fields',
  'properties',
  'protopayload',
  'jsonpayload',
]);

/** One JSON object a line: Zeek, Suricata eve, Route 53 Resolver, Envoy, tshark, Zscaler, Netskope, ECS. */
export const jsonLines: Format = {
  name: 'json',
  open: (now) => (text) => {
    const value = parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'malformed';
    if ('index' in value && typeof value.index === 'object') return 'nothing';
    const fields = new Map<string, string>();
    flatten(value, { prefix: '', depth: 0, fields });
    return isSilent(fields) ? 'nothing' : flowOfFields(fields, now);
  },
};

function isSilent(fields: Fields): boolean {
  return (
    silentEvents.has(fields.get('eventtype') ?? '') ||
    answers.has(fields.get('dnstype') ?? '') ||
    // tshark shows the answer's packet too.
    ['1', 'true', 'True'].includes(fields.get('dnsflagsresponse') ?? fields.get('layersdnsdnsdnsflagsresponse') ?? '')
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // A line that is no JSON is counted as malformed by the caller.
  }
}

type Place = { readonly prefix: string; readonly depth: number; readonly fields: Map<string, string> };

// Names grow by the objects they stand in; a name that is dotted already (tshark's) stands for itself as well. The first wins.
function flatten(value: object, { prefix, depth, fields }: Place): void {
  for (const [key, one] of Object.entries(value)) {
    const name = prefix + plainName(key);
    for (const inner of itemsOf(one)) {
      if (typeof inner === 'string' || typeof inner === 'number' || typeof inner === 'boolean') {
        setFirst(fields, name, String(inner));
        if (prefix !== '' && key.includes('.')) setFirst(fields, plainName(key), String(inner));
      } else if (typeof inner === 'object' && inner !== null && depth < maxDepth) {
        const isWrapper = wrappers.has(key.toLowerCase());
        flatten(inner, { prefix: isWrapper ? prefix : name, depth: depth + 1, fields });
      }
    }
  }
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, mostItems) : [value];
}

function setFirst(fields: Map<string, string>, name: string, value: string): void {
  if (!fields.has(name)) fields.set(name, value);
}

import { decodeLogs } from './otlp-messages.ts';

/** One event of a client: its name, and its attributes as texts. */
export type ClientEvent = { readonly name: string; readonly attributes: ReadonlyMap<string, string> };

/**
 * Reads the events of an OTLP log delivery, in JSON or binary form.
 * @returns undefined for what is neither.
 */
export function readEvents(body: Buffer, isJson: boolean): readonly ClientEvent[] | undefined {
  try {
    const delivery: unknown = isJson ? JSON.parse(body.toString('utf8')) : decodeLogs(body);
    return listOf(delivery, 'resourceLogs')
      .flatMap((resource) => listOf(resource, 'scopeLogs'))
      .flatMap((scope) => listOf(scope, 'logRecords'))
      .map(readEvent);
  } catch {
    return undefined; // Neither form parses: there is nothing in it that could be recorded.
  }
}

function readEvent(record: unknown): ClientEvent {
  const attributes = new Map<string, string>();
  for (const attribute of listOf(record, 'attributes')) {
    const key = member(attribute, 'key');
    const text = textOf(member(attribute, 'value'));
    if (typeof key === 'string' && text !== undefined) attributes.set(key, text);
  }
  const named = attributes.get('event.name') ?? member(record, 'eventName') ?? textOf(member(record, 'body'));
  return { name: String(named ?? '').replace(/^claude_code\./, ''), attributes };
}

function textOf(value: unknown): string | undefined {
  for (const form of ['stringValue', 'intValue', 'boolValue', 'doubleValue']) {
    const found = member(value, form);
    if (found !== undefined && found !== null) return String(found);
  }
  return undefined;
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const found = member(value, name);
  return Array.isArray(found) ? found : [];
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

import protobuf from 'protobufjs/light.js';
import type { OcsfEvent } from '../ocsf/event.ts';

/*
 * OTLP's logs, by the numbers of their fields: github.com/open-telemetry/opentelemetry-proto v1.5.0, logs.proto,
 * common.proto, resource.proto, logs_service.proto (read 2026-11-26).
 */
const schema = protobuf.Root.fromJSON({
  nested: {
    Logs: { fields: { resourceLogs: { rule: 'repeated', type: 'ResourceLogs', id: 1 } } },
    ResourceLogs: {
      fields: {
        resource: { type: 'Resource', id: 1 },
        scopeLogs: { rule: 'repeated', type: 'ScopeLogs', id: 2 },
      },
    },
    Resource: { fields: { attributes: { rule: 'repeated', type: 'KeyValue', id: 1 } } },
    ScopeLogs: {
      fields: { scope: { type: 'Scope', id: 1 }, logRecords: { rule: 'repeated', type: 'LogRecord', id: 2 } },
    },
    Scope: { fields: { name: { type: 'string', id: 1 }, version: { type: 'string', id: 2 } } },
    LogRecord: {
      fields: {
        timeUnixNano: { type: 'fixed64', id: 1 },
        severityNumber: { type: 'int32', id: 2 },
        severityText: { type: 'string', id: 3 },
        body: { type: 'AnyValue', id: 5 },
        attributes: { rule: 'repeated', type: 'KeyValue', id: 6 },
        observedTimeUnixNano: { type: 'fixed64', id: 11 },
        eventName: { type: 'string', id: 12 },
      },
    },
    KeyValue: { fields: { key: { type: 'string', id: 1 }, value: { type: 'AnyValue', id: 2 } } },
    AnyValue: {
      oneofs: {
        value: {
          oneof: ['stringValue', 'boolValue', 'intValue', 'doubleValue', 'arrayValue', 'kvlistValue'],
        },
      },
      fields: {
        stringValue: { type: 'string', id: 1 },
        boolValue: { type: 'bool', id: 2 },
        intValue: { type: 'int64', id: 3 },
        doubleValue: { type: 'double', id: 4 },
        arrayValue: { type: 'ArrayValue', id: 5 },
        kvlistValue: { type: 'KeyValueList', id: 6 },
      },
    },
    ArrayValue: { fields: { values: { rule: 'repeated', type: 'AnyValue', id: 1 } } },
    KeyValueList: { fields: { values: { rule: 'repeated', type: 'KeyValue', id: 1 } } },
    Answer: { fields: { partialSuccess: { type: 'PartialSuccess', id: 1 } } },
    PartialSuccess: { fields: { rejectedLogRecords: { type: 'int64', id: 1 } } },
  },
});

const logs = schema.lookupType('Logs');
const answer = schema.lookupType('Answer');

// Severities of OCSF as SeverityNumber: INFO, INFO2, WARN, ERROR, FATAL.
const severities: Readonly<Record<number, number>> = { 0: 9, 1: 9, 2: 10, 3: 13, 4: 17, 5: 21 };

type AnyValue =
  | { readonly stringValue: string }
  | { readonly boolValue: boolean }
  | { readonly intValue: string }
  | { readonly doubleValue: number }
  | { readonly arrayValue: { readonly values: readonly AnyValue[] } }
  | { readonly kvlistValue: { readonly values: readonly KeyValue[] } };

type KeyValue = { readonly key: string; readonly value: AnyValue };

/** Events as a request to a collector's /v1/logs, in the shape of its JSON form. The body of a record is the event. */
export function otlpLogs(events: readonly OcsfEvent[], observedAt: Date): object {
  const version = events[0]?.metadata.product.version ?? '';
  const resource = { attributes: attributes({ 'service.name': 'octroi', 'service.version': version }) };
  const scopeLogs = [
    { scope: { name: 'octroi.siem', version }, logRecords: events.map((event) => logRecord(event, observedAt)) },
  ];
  return { resourceLogs: [{ resource, scopeLogs }] };
}

/** The same in its binary form. */
export function encodeLogs(request: object): Buffer {
  return Buffer.from(logs.encode(logs.fromObject(request)).finish());
}

/** How many records a collector says it took and refused for good. What cannot be read says nothing. */
export function rejectedOf(body: Buffer, isJson: boolean): number {
  try {
    const read: unknown = isJson
      ? JSON.parse(body.toString('utf8'))
      : answer.toObject(answer.decode(body), { longs: String });
    return Number(member(member(read, 'partialSuccess'), 'rejectedLogRecords') ?? 0) || 0;
  } catch {
    return 0; // A status of 200 has been read already; collectors answer with an empty body as well.
  }
}

function logRecord(event: OcsfEvent, observedAt: Date) {
  return {
    timeUnixNano: nanos(event.time),
    observedTimeUnixNano: nanos(observedAt.getTime()),
    severityNumber: severities[event.severity_id] ?? 9,
    severityText: event.severity,
    eventName: `octroi.${event.metadata.event_code}`,
    attributes: attributes({
      'ocsf.version': event.metadata.version,
      'ocsf.class_uid': event.class_uid,
      'ocsf.type_uid': event.type_uid,
      'ocsf.uid': event.metadata.uid,
    }),
    body: anyValue(event),
  };
}

function attributes(values: Readonly<Record<string, string | number>>): readonly KeyValue[] {
  return Object.entries(values).map(([key, value]) => ({ key, value: anyValue(value) }));
}

function anyValue(value: unknown): AnyValue {
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(anyValue) } };
  if (typeof value === 'object' && value !== null) return { kvlistValue: { values: members(value) } };
  return { stringValue: String(value) };
}

function members(value: object): readonly KeyValue[] {
  return Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [{ key, value: anyValue(each) }]));
}

function nanos(milliseconds: number): string {
  return `${milliseconds}000000`;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

import protobuf from 'protobufjs/light.js';

/*
 * The part of OTLP's log messages that events are in, by the numbers of their fields; what is not listed is passed over.
 * https://github.com/open-telemetry/opentelemetry-proto, v1.5.0: logs.proto, common.proto, resource.proto (read 2026-11-26).
 */
const schema = protobuf.Root.fromJSON({
  nested: {
    LogsData: { fields: { resourceLogs: { rule: 'repeated', type: 'ResourceLogs', id: 1 } } },
    ResourceLogs: { fields: { scopeLogs: { rule: 'repeated', type: 'ScopeLogs', id: 2 } } },
    ScopeLogs: { fields: { logRecords: { rule: 'repeated', type: 'LogRecord', id: 2 } } },
    LogRecord: {
      fields: {
        body: { type: 'AnyValue', id: 5 },
        attributes: { rule: 'repeated', type: 'KeyValue', id: 6 },
        eventName: { type: 'string', id: 12 },
      },
    },
    KeyValue: { fields: { key: { type: 'string', id: 1 }, value: { type: 'AnyValue', id: 2 } } },
    AnyValue: {
      fields: {
        stringValue: { type: 'string', id: 1 },
        boolValue: { type: 'bool', id: 2 },
        intValue: { type: 'int64', id: 3 },
        doubleValue: { type: 'double', id: 4 },
      },
    },
  },
});

const logs = schema.lookupType('LogsData');

/** Reads log messages in their binary form, into the shape that their JSON form has. Throws on what is none. */
export function decodeLogs(bytes: Buffer): unknown {
  return logs.toObject(logs.decode(bytes), { longs: String });
}

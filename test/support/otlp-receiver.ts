import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import protobuf from 'protobufjs';

export type OtlpDelivery = { readonly headers: IncomingHttpHeaders; readonly records: readonly OtlpRecord[] };

export type OtlpRecord = {
  readonly eventName: string;
  readonly severityNumber: number;
  readonly timeUnixNano: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly body: unknown;
};

export type OtlpReceiver = {
  readonly url: string;
  /** What was answered with 200. */
  readonly taken: OtlpDelivery[];
  /** The statuses of all answers. */
  readonly statuses: number[];
  /** Answers, and says that it did; what it leaves is answered with 200. */
  answer: (records: number, response: ServerResponse) => boolean;
  close(): Promise<void>;
};

// As the specification writes it, for an independent reading of the bytes.
const { root } = protobuf.parse(`
  syntax = "proto3";
  message Logs { repeated ResourceLogs resource_logs = 1; }
  message ResourceLogs { Resource resource = 1; repeated ScopeLogs scope_logs = 2; string schema_url = 3; }
  message Resource { repeated KeyValue attributes = 1; uint32 dropped_attributes_count = 2; }
  message ScopeLogs { Scope scope = 1; repeated LogRecord log_records = 2; string schema_url = 3; }
  message Scope { string name = 1; string version = 2; }
  message LogRecord {
    fixed64 time_unix_nano = 1; fixed64 observed_time_unix_nano = 11; int32 severity_number = 2;
    string severity_text = 3; AnyValue body = 5; repeated KeyValue attributes = 6; string event_name = 12;
  }
  message KeyValue { string key = 1; AnyValue value = 2; }
  message AnyValue {
    oneof value {
      string string_value = 1; bool bool_value = 2; int64 int_value = 3; double double_value = 4;
      ArrayValue array_value = 5; KeyValueList kvlist_value = 6; bytes bytes_value = 7;
    }
  }
  message ArrayValue { repeated AnyValue values = 1; }
  message KeyValueList { repeated KeyValue values = 1; }
`);
const logs = root.lookupType('Logs');

/** A collector's /v1/logs on a loopback port, in both encodings. */
export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const receiver: Pick<OtlpReceiver, 'taken' | 'statuses' | 'answer'> = {
    taken: [],
    statuses: [],
    answer: () => false,
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const isJson = request.headers['content-type'] === 'application/json';
      const records = read(Buffer.concat(chunks), isJson);
      response.on('finish', () => {
        receiver.statuses.push(response.statusCode);
        if (response.statusCode === 200) receiver.taken.push({ headers: request.headers, records });
      });
      if (!receiver.answer(records.length, response)) response.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${port}/v1/logs`,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  });
}

type Loose = Readonly<Record<string, any>>; // oxlint-disable-line typescript/no-explicit-any -- what comes is looked at by tests

function read(body: Buffer, isJson: boolean): readonly OtlpRecord[] {
  const request: Loose = isJson
    ? JSON.parse(body.toString('utf8'))
    : logs.toObject(logs.decode(body), { longs: String });
  return request['resourceLogs'].flatMap(({ scopeLogs }: Loose) =>
    scopeLogs.flatMap(({ logRecords }: Loose) =>
      logRecords.map((record: Loose) => ({
        ...record,
        attributes: plain({ kvlistValue: { values: record['attributes'] } }),
        body: plain(record['body']),
      })),
    ),
  );
}

function plain(value: Loose): unknown {
  if (value['kvlistValue'])
    return Object.fromEntries(
      (value['kvlistValue'].values ?? []).map((each: Loose) => [each['key'], plain(each['value'])]),
    );
  if (value['arrayValue']) return (value['arrayValue'].values ?? []).map(plain);
  if (value['intValue'] !== undefined) return Number(value['intValue']);
  return value['stringValue'] ?? value['boolValue'] ?? value['doubleValue'];
}

import { beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../src/base/index.ts';
import { OtlpSink } from '../../src/siem/index.ts';
import { type OtlpReceiver, startOtlpReceiver } from '../support/otlp-receiver.ts';
import { ocsfFaults } from './ocsf-schema.ts';
import { sampleEvents } from './sample-records.ts';

const open = new AbortController().signal;
let receiver: OtlpReceiver;

beforeEach(async () => {
  receiver = await startOtlpReceiver();
  return () => receiver.close();
});

const sinkTo = (more: Partial<ConstructorParameters<typeof OtlpSink>[0]> = {}) =>
  new OtlpSink({
    url: receiver.url,
    encoding: 'protobuf',
    headers: {},
    tls: {},
    waitMs: 5_000,
    now: systemClock,
    ...more,
  });

test.each(['protobuf', 'json'] as const)('a collector reads from %s the very events', async (encoding) => {
  const sink = sinkTo({ encoding, headers: { authorization: 'Bearer token-1' } });
  expect(await sink.send(sampleEvents, open)).toEqual({ rejected: 0 });
  await sink.close();
  const [delivery] = receiver.taken;
  expect(delivery?.headers).toMatchObject({ authorization: 'Bearer token-1' });
  const records = delivery?.records ?? [];
  expect(records.map(({ body }) => body)).toEqual(JSON.parse(JSON.stringify(sampleEvents)));
  expect(records.flatMap(({ body }) => ocsfFaults(body))).toEqual([]);
  expect(records[1]).toMatchObject({
    eventName: 'octroi.exchange_declared',
    severityNumber: 10,
    severityText: 'Low',
    timeUnixNano: String(BigInt(Date.parse('2026-11-20T08:00:00.123Z')) * 1_000_000n),
    attributes: { 'ocsf.class_uid': 6003, 'ocsf.version': '1.8.0' },
  });
});

test.each(['protobuf', 'json'] as const)('what a collector refused for good is counted (%s)', async (encoding) => {
  receiver.answer = (_, response) => {
    const isJson = encoding === 'json';
    // partial_success (1) with rejected_log_records (1) = 3.
    const body = isJson ? '{"partialSuccess":{"rejectedLogRecords":"3"}}' : Buffer.from([0x0a, 0x02, 0x08, 0x03]);
    response.writeHead(200, { 'content-type': isJson ? 'application/json' : 'application/x-protobuf' }).end(body);
    return true;
  };
  const sink = sinkTo({ encoding });
  expect(await sink.send(sampleEvents, open)).toEqual({ rejected: 3 });
  await sink.close();
});

test('an answer that is none of the protocol does not make the events come again', async () => {
  receiver.answer = (_, response) => Boolean(response.writeHead(200).end('<html>'));
  const sink = sinkTo();
  expect(await sink.send(sampleEvents, open)).toEqual({ rejected: 0 });
  await sink.close();
});

test('a batch that is too large is sent in halves', async () => {
  receiver.answer = (records, response) => records > 5 && Boolean(response.writeHead(413).end());
  const sink = sinkTo();
  await sink.send(sampleEvents, open);
  await sink.close();
  expect(receiver.taken.every(({ records }) => records.length <= 5)).toBe(true);
  const bodies = receiver.taken.flatMap(({ records }) => records.map(({ body }) => body));
  expect(bodies).toEqual(JSON.parse(JSON.stringify(sampleEvents)));
});

test.each([400, 401, 404, 500, 503])('%i leaves the batch with us', async (status) => {
  receiver.answer = (_, response) => Boolean(response.writeHead(status, { 'retry-after': '7' }).end());
  const sink = sinkTo();
  await expect(sink.send(sampleEvents, open)).rejects.toMatchObject({
    code: 'siem_refused',
    args: { status, retryAfterMs: 7_000 },
  });
  await sink.close();
});

test('a collector that does not answer is told as such', async () => {
  receiver.answer = () => true;
  const sink = sinkTo({ waitMs: 50 });
  await expect(sink.send(sampleEvents, open)).rejects.toMatchObject({ code: 'siem_timed_out' });
  await sink.close();
});

test('a collector that breaks off, or is not there, is told as such', async () => {
  receiver.answer = (_, response) => Boolean(response.destroy());
  const sink = sinkTo();
  await expect(sink.send(sampleEvents, open)).rejects.toMatchObject({ code: 'siem_broke_off' });
  await receiver.close();
  await expect(sink.send(sampleEvents, open)).rejects.toMatchObject({ code: 'siem_unreachable' });
  await sink.close();
});

test('an address with a password is told without it', () => {
  expect(sinkTo({ url: 'https://user:pass@siem.example/v1/logs?token=1' }).address).toBe(
    'https://siem.example/v1/logs',
  );
});

test.each(['siem:4318', 'ftp://siem/v1/logs', ''])('%s is no address of a collector', (url) => {
  expect(() => sinkTo({ url })).toThrow(expect.objectContaining({ code: 'siem_address_invalid' }));
});

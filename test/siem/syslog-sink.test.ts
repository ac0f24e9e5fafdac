import { beforeAll, beforeEach, expect, test } from 'vitest';
import { SyslogSink, toCef } from '../../src/siem/index.ts';
import { certificatePem, type Identity, keyPem, makeIdentity } from '../support/identity.ts';
import { startSyslogReceiver, type SyslogReceiver } from '../support/syslog-receiver.ts';
import { sampleEvents } from './sample-records.ts';

const serverUsage = '1.3.6.1.5.5.7.3.1';
const clientUsage = '1.3.6.1.5.5.7.3.2';
const origin = { host: 'post-1', processId: 42 };
const open = new AbortController().signal;

let root: Identity;
let server: Identity;
let client: Identity;
let receiver: SyslogReceiver;

beforeAll(async () => {
  root = await makeIdentity({ name: 'Root' });
  server = await makeIdentity({ name: 'Receiver', issuer: root, usage: serverUsage, isLoopback: true });
  client = await makeIdentity({ name: 'Post', issuer: root, usage: clientUsage });
});
beforeEach(() => async () => receiver.close());

const sinkTo = (url: string, more: Partial<ConstructorParameters<typeof SyslogSink>[0]> = {}) =>
  new SyslogSink({ url, format: 'ocsf', tls: {}, origin, waitMs: 5_000, ...more });
const withTls = async (more = {}) =>
  startSyslogReceiver({ cert: certificatePem(server), key: await keyPem(server), ...more });

test('events come over TCP as messages of RFC 5424, each whole and in order', async () => {
  receiver = await startSyslogReceiver();
  await sinkTo(receiver.url).send(sampleEvents, open);
  expect(receiver.messages.map(({ text }) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(sampleEvents)));
  expect(receiver.messages[1]).toMatchObject({
    priority: 13 * 8 + 5,
    time: '2026-11-20T08:00:00.123Z',
    host: 'post-1',
    app: 'octroi',
    processId: '42',
    kind: 'exchange_declared',
  });
});

test('the same as lines of CEF', async () => {
  receiver = await startSyslogReceiver();
  await sinkTo(receiver.url, { format: 'cef' }).send(sampleEvents, open);
  expect(receiver.messages.map(({ text }) => text)).toEqual(sampleEvents.map(toCef));
});

test('over TLS, to a receiver of the given CA that knows our certificate', async () => {
  receiver = await withTls({ ca: certificatePem(root), requestCert: true, rejectUnauthorized: true });
  const tls = { ca: certificatePem(root), cert: certificatePem(client), key: await keyPem(client) };
  await sinkTo(receiver.url, { tls }).send(sampleEvents, open);
  expect(receiver.messages).toHaveLength(sampleEvents.length);
});

test('a receiver of another CA gets nothing', async () => {
  receiver = await withTls();
  await expect(sinkTo(receiver.url).send(sampleEvents, open)).rejects.toMatchObject({
    code: 'siem_certificate_refused',
  });
  expect(receiver.messages).toEqual([]);
});

test('a receiver that wants a certificate of ours and gets none has taken nothing', async () => {
  receiver = await withTls({ ca: certificatePem(root), requestCert: true, rejectUnauthorized: true });
  const sending = sinkTo(receiver.url, { tls: { ca: certificatePem(root) } }).send(sampleEvents, open);
  await expect(sending).rejects.toMatchObject({
    code: expect.stringMatching(/^siem_(certificate_refused|broke_off)$/),
  });
  expect(receiver.messages).toEqual([]);
});

test('a receiver that cuts the connection has not taken the batch', async () => {
  receiver = await startSyslogReceiver();
  receiver.manner = 'reset';
  await expect(sinkTo(receiver.url).send(sampleEvents, open)).rejects.toMatchObject({ code: 'siem_broke_off' });
});

test('a receiver that never closes has not taken the batch', async () => {
  receiver = await startSyslogReceiver();
  receiver.manner = 'hold';
  const sink = sinkTo(receiver.url, { waitMs: 50 });
  await expect(sink.send(sampleEvents, open)).rejects.toMatchObject({ code: 'siem_timed_out' });
});

test('closing ends a delivery under way', async () => {
  receiver = await startSyslogReceiver();
  receiver.manner = 'hold';
  const closing = new AbortController();
  const sending = sinkTo(receiver.url, { waitMs: 600_000 }).send(sampleEvents, closing.signal);
  closing.abort();
  await expect(sending).rejects.toMatchObject({ code: 'siem_timed_out' });
});

test('nobody at the address is told as such', async () => {
  receiver = await startSyslogReceiver();
  await receiver.close();
  await expect(sinkTo(receiver.url).send(sampleEvents, open)).rejects.toMatchObject({
    code: 'siem_unreachable',
    args: { code: 'ECONNREFUSED' },
  });
});

test.each(['udp://siem:514', 'siem:6514', 'https://siem', ''])('%s is no address of a receiver of syslog', (url) => {
  expect(() => sinkTo(url)).toThrow(expect.objectContaining({ code: 'siem_address_invalid' }));
});

import { once } from 'node:events';
import { connect as connectHttp2 } from 'node:http2';
import { createSecureContext } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { makeAuthority } from '../../../src/egress/inspect/authority.ts';
import type { EgressParts } from '../../../src/egress/proxy.ts';
import { closeAll } from '../../support/egress.ts';
import { secured, spoken, startInspecting, startVendor, vendorHost } from '../../support/inspected.ts';

afterEach(closeAll);

const body = 'hello';

describe('over HTTP/1.1 nothing of these reaches the host', () => {
  test.each([
    [
      'a length and chunks',
      'POST /v1/messages HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'two lengths',
      'POST /v1/messages HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello',
      400,
    ],
    [
      'a coding that is none',
      'POST /v1/messages HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'a coding beneath the chunks',
      'POST /v1/messages HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['a length with a sign', 'POST /v1/messages HTTP/1.1\r\nHost: HOST\r\nContent-Length: +5\r\n\r\nhello', 400],
    [
      'a header folded',
      'POST /v1/messages HTTP/1.1\r\nHost: HOST\r\nX-A: b\r\n Transfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    [
      'a space before the colon',
      'POST /v1/messages HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding : chunked\r\n\r\n',
      400,
    ],
    ['the absolute form of another host', 'GET https://other.example/v1/messages HTTP/1.1\r\nHost: HOST\r\n\r\n', 400],
    ['the absolute form of the host itself', 'GET https://HOST/v1/messages HTTP/1.1\r\nHost: HOST\r\n\r\n', 400],
    ['another Host', 'GET /v1/messages HTTP/1.1\r\nHost: other.example\r\n\r\n', 421],
    ['another port', 'GET /v1/messages HTTP/1.1\r\nHost: NAME:1\r\n\r\n', 421],
    ['two Hosts', 'GET /v1/messages HTTP/1.1\r\nHost: HOST\r\nHost: other.example\r\n\r\n', 421],
    ['no Host', 'GET /v1/messages HTTP/1.1\r\n\r\n', 421],
    [
      'a WebSocket',
      'GET /v1/messages HTTP/1.1\r\nHost: HOST\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      403,
    ],
    ['CONNECT', 'CONNECT other.example:443 HTTP/1.1\r\nHost: HOST\r\n\r\n', 400],
    ['telemetry', 'POST /api/event_logging/v2/batch HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\n\r\nhello', 403],
    [
      'telemetry behind dots',
      'POST /v1/../api/event_logging/v2/batch HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\n\r\nhello',
      400,
    ],
    ['no HTTP', 'nothing of the sort\r\n\r\n', 400],
  ] as const)('%s', async (_what, text, status) => {
    const vendor = await startVendor();
    const started = await startInspecting(vendor);
    const tls = await secured(started, vendor);
    const heard = await spoken(
      tls,
      text.replaceAll('HOST', `${vendorHost}:${vendor.port}`).replace('NAME', vendorHost),
    );
    expect(heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(JSON.parse(heard.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      error: { hint: expect.stringMatching(/\S/) },
    });
    expect(vendor.reached).toEqual([]);
    await expect.poll(() => started.records.at(-1)?.kind).toBe('connection_ended');
    const lines = started.records.flatMap((record) => (record.kind === 'requests_inspected' ? record.requests : []));
    expect(lines).toMatchObject([{ decision: 'refused', reason: expect.stringMatching(/^egress_/), status }]);
  });
});

describe('over HTTP/2 nothing of these reaches the host', () => {
  test.each([
    ['another authority', { ':path': '/v1/messages', ':authority': 'other.example' }, 421],
    ['a Host that says another', { ':path': '/v1/messages', host: 'other.example' }, 421],
    ['telemetry in capitals', { ':path': '/API/event_logging/v2/batch' }, 403],
    ['a path with two readings', { ':path': '/v1//messages' }, 400],
  ] as const)('%s', async (_what, headers, status) => {
    const vendor = await startVendor();
    const started = await startInspecting(vendor);
    const tls = await secured(started, vendor, { ALPNProtocols: ['h2'] });
    const session = connectHttp2(`https://${vendorHost}:${vendor.port}`, { createConnection: () => tls });
    const stream = session.request({ ':method': 'POST', ...headers });
    stream.end(body);
    const [answered] = await once(stream, 'response');
    expect(answered).toMatchObject({ ':status': status, 'x-octroi-code': expect.stringMatching(/^egress_/) });
    stream.resume();
    await once(stream, 'close');
    expect(vendor.reached).toEqual([]);
    session.destroy();
  });
});

test('a person is told on a page, in their language', async () => {
  const vendor = await startVendor();
  const tls = await secured(await startInspecting(vendor), vendor);
  const heard = await spoken(
    tls,
    `GET /api/event_logging HTTP/1.1\r\nHost: ${vendorHost}:${vendor.port}\r\nAccept: text/html\r\nAccept-Language: fr\r\n\r\n`,
  );
  expect(heard).toMatch(/content-type: text\/html/);
  expect(heard).toMatch(/ne passe pas/);
});

test('where the rules only watch, telemetry passes and its record says by which rule', async () => {
  const vendor = await startVendor();
  const watching = {
    hosts: [],
    otherHosts: 'pass',
    mode: 'warn',
    milder: new Map(),
    ports: new Set([vendor.port]),
  } as const;
  const started = await startInspecting(vendor, {}, { rules: () => watching });
  const tls = await secured(started, vendor);
  const head = `POST /api/event_logging/v2/batch HTTP/1.1\r\nHost: ${vendorHost}:${vendor.port}\r\nConnection: close\r\n\r\n`;
  expect(await spoken(tls, head)).toMatch(/^HTTP\/1\.1 200/);
  await expect.poll(() => started.records.at(-1)?.kind).toBe('connection_ended');
  const inspected = started.records.find(({ kind }) => kind === 'requests_inspected');
  expect(inspected).toMatchObject({ requests: [{ decision: 'warned', rule: 'telemetry', status: 200 }] });
  expect(started.told).toContainEqual({ kind: 'egress_warned', rule: 'telemetry', host: vendorHost });
});

test('a host whose certificate nobody vouches for, or which is for another name, gets nothing; the client is told', async () => {
  const vendor = await startVendor();
  const stranger = await makeAuthority({ hosts: [vendorHost], now: new Date() });
  const distrusting = await startInspecting(vendor, { trust: createSecureContext({ ca: [stranger.certificatePem] }) });
  const other = await startVendor(undefined, { hosts: ['other.example'] });
  const mistaken = await startInspecting(other);
  for (const [started, origin] of [
    [distrusting, vendor],
    [mistaken, other],
  ] as const) {
    const tls = await secured(started, origin);
    const heard = await spoken(tls, `GET / HTTP/1.1\r\nHost: ${vendorHost}:${origin.port}\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 502 [\s\S]*egress_upstream_untrusted/);
    expect(origin.reached).toEqual([]);
    await expect.poll(() => started.records.at(-1)).toMatchObject({ kind: 'connection_ended', outcome: 'unreachable' });
  }
});

test('once the ledger takes no requests, no further one passes', async () => {
  const vendor = await startVendor();
  let hasFailed = false;
  const away: EgressParts['record'] = async ({ kind }) => {
    hasFailed ||= kind === 'requests_inspected';
    if (kind === 'requests_inspected') throw new Error('away');
  };
  const started = await startInspecting(vendor, {}, { record: away });
  const tls = await secured(started, vendor);
  const head = `GET /v1/models HTTP/1.1\r\nHost: ${vendorHost}:${vendor.port}\r\n\r\n`;
  tls.write(head.repeat(64));
  await expect.poll(() => hasFailed).toBe(true);
  const heard = await spoken(tls, head);
  expect(heard).toMatch(/HTTP\/1\.1 503 [\s\S]*egress_unrecorded/);
  expect(vendor.reached).toHaveLength(64);
});

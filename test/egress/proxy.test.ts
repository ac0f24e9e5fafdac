import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { EgressRules } from '../../src/egress/index.ts';
import { allowed, closeAll, closers, heard, open, rules, start, startOrigin } from '../support/egress.ts';
import { clientHello, inRecords } from '../support/hello.ts';

afterEach(closeAll);

let hello: Buffer;
beforeAll(async () => {
  hello = await clientHello({ servername: allowed, ALPNProtocols: ['h2'] });
});

const alert = Buffer.from([21, 3, 3, 0, 2, 2, 112]).toString('latin1');

test('a tunnel to a host that is allowed: on record before a byte passes, and how it ended', async () => {
  const origin = await startOrigin();
  let wasDurable = false;
  const started = await start(origin.port);
  const slow = await start(origin.port, {
    record: async (record) => {
      await new Promise((done) => setTimeout(done, 30));
      if (record.kind === 'connection_opened') {
        expect(origin.reached()).toHaveLength(0);
        wasDurable = true;
      }
      started.records.push(record);
    },
  });
  const { socket, status } = await open(slow, `${allowed}:${origin.port}`);
  expect(status).toBe(200);
  socket.write(hello);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toBe('answer');
  expect(wasDurable).toBe(true);
  expect(origin.reached().equals(hello)).toBe(true);
  socket.end();
  await once(socket, 'close');
  await expect.poll(() => started.records.length).toBe(2);
  expect(started.records).toMatchObject([
    {
      kind: 'connection_opened',
      host: allowed,
      port: origin.port,
      wire: 'connect',
      vendor: 'acme',
      decision: 'pass',
      protocols: ['h2'],
    },
    { kind: 'connection_ended', bytesOut: hello.length, bytesIn: 6, outcome: 'closed' },
  ]);
});

test('of a workspace under zero retention the record has no name and no word of the client’s', async () => {
  const origin = await startOrigin();
  const source = { personId: 'p', keyId: 'k', isCountsOnly: true } as const;
  const canary = 'cn4711';
  const started = await start(origin.port, { identify: async () => source });
  const spoken = await clientHello({ servername: `${canary}.wild.example`, ALPNProtocols: [canary] });
  const { socket } = await open(started, `${canary}.wild.example:${origin.port}`);
  socket.write(spoken);
  await once(socket, 'data');
  socket.destroy();
  const refused = await open(started, `${canary}.nowhere.example:443`);
  expect(refused.status).toBe(403);
  await expect.poll(() => started.records.length).toBe(3);
  const kinds = started.records.map(({ kind }) => kind).toSorted();
  expect(kinds).toEqual(['connection_ended', 'connection_opened', 'connection_refused']);
  const opened = started.records.find(({ kind }) => kind === 'connection_opened');
  expect(opened).toMatchObject({ isCountsOnly: true, host: '', vendor: 'acme', source: { personId: 'p', keyId: 'k' } });
  expect(JSON.stringify([started.records, started.told])).not.toContain(canary);
});

describe('the name inside the tunnel', () => {
  const refusedHello = async (bytes: Buffer, code: string, pieces = bytes.length): Promise<void> => {
    const origin = await startOrigin();
    const started = await start(origin.port);
    const { socket, status } = await open(started, `${allowed}:${origin.port}`);
    expect(status).toBe(200);
    for (let at = 0; at < bytes.length; at += pieces) socket.write(bytes.subarray(at, at + pieces));
    expect(await heard(socket)).toBe(alert);
    expect(origin.reached()).toHaveLength(0);
    expect(started.records).toMatchObject([{ kind: 'connection_refused', reason: code }]);
  };

  test('of another host is refused', async () =>
    refusedHello(await clientHello({ servername: 'chat.example' }), 'egress_name_foreign'));

  test('of another host, in two records and small pieces, is refused', async () =>
    refusedHello(inRecords(await clientHello({ servername: 'chat.example' }), 90), 'egress_name_foreign', 40));

  test('that is missing is refused', async () =>
    refusedHello(await clientHello({ servername: '' }), 'egress_name_missing'));

  test('SSH is refused', () => refusedHello(Buffer.from('SSH-2.0-x\r\n'), 'egress_hello_missing'));

  test('a damaged hello is refused', () =>
    refusedHello(Buffer.from([22, 3, 1, 0, 4, 2, 0, 0, 0]), 'egress_hello_malformed'));

  test('a hello that never comes is refused', () => refusedHello(hello.subarray(0, 50), 'egress_hello_too_slow'));

  test('in pieces of one byte and records of three passes', async () => {
    const origin = await startOrigin();
    const { socket } = await open(await start(origin.port), `${allowed}:${origin.port}`);
    const cut = inRecords(hello, 3);
    for (const byte of cut) socket.write(Buffer.from([byte]));
    await once(socket, 'data');
    expect(origin.reached().equals(cut)).toBe(true);
    socket.destroy();
  });

  test('that comes with the CONNECT itself passes', async () => {
    const origin = await startOrigin();
    const started = await start(origin.port);
    const { hostname, port } = new URL(started.proxy.url);
    const socket = connect({ host: hostname, port: Number(port) });
    const head = Buffer.from(`CONNECT ${allowed}:${origin.port} HTTP/1.1\r\nHost: x\r\n\r\n`);
    socket.write(Buffer.concat([head, hello]));
    await expect.poll(() => origin.reached().equals(hello)).toBe(true);
    socket.destroy();
  });
});

describe('what is refused before anything is dialled', () => {
  test.each([
    ['chat.example:443', 403, 'egress_host_denied'],
    ['CHAT.example.:443', 403, 'egress_host_denied'],
    ['bad.wild.example:443', 403, 'egress_host_denied'],
    ['wild.example:443', 403, 'egress_host_unknown'],
    ['nobody.example:443', 403, 'egress_host_unknown'],
    ['api.allowed.example:22', 403, 'egress_port_refused'],
    ['127.0.0.1:443', 403, 'egress_address_literal'],
    ['[::1]:443', 403, 'egress_address_literal'],
    ['user@api.allowed.example:443', 400, 'egress_target_malformed'],
  ] as const)('%s', async (authority, status, code) => {
    const started = await start(1);
    const refused = await open(started, authority);
    expect(refused.status).toBe(status);
    const { error } = JSON.parse(refused.body);
    expect(error).toMatchObject({ code, message: expect.stringMatching(/\S/), hint: expect.stringMatching(/\S/) });
    expect(started.resolved).toEqual([]);
  });

  test('a name of several labels under a wildcard, in capitals and with a dot at its end, passes', async () => {
    const origin = await startOrigin();
    const started = await start(origin.port);
    for (const host of ['a.wild.example', 'A.B.Wild.Example.']) {
      const { status, socket } = await open(started, `${host}:${origin.port}`);
      expect(status).toBe(200);
      socket.destroy();
    }
  });
});

describe('where a name leads', () => {
  test('into this network: refused, also when only one of its addresses does', async () => {
    for (const addresses of [['10.1.2.3'], ['169.254.169.254'], ['127.0.0.1', '10.0.0.1'], ['::ffff:10.0.0.1']]) {
      const started = await start(443, { resolve: async () => addresses });
      const refused = await open(started, `${allowed}:443`);
      expect(JSON.parse(refused.body).error.code).toBe('egress_address_private');
      expect(started.records).toMatchObject([{ kind: 'connection_refused', reason: 'egress_address_private' }]);
    }
  });

  test('is asked once, and that address is dialled', async () => {
    const origin = await startOrigin();
    let asked = 0;
    const started = await start(origin.port, {
      // The second answer would lead inside.
      resolve: async () => (asked++ === 0 ? ['127.0.0.1'] : ['10.0.0.1']),
    });
    const { status, socket } = await open(started, `${allowed}:${origin.port}`);
    expect(status).toBe(200);
    socket.write(hello);
    await once(socket, 'data');
    expect(asked).toBe(1);
    socket.destroy();
  });

  test('nowhere, or to nobody who answers: told', async () => {
    const nowhere = await start(443, { resolve: async () => [] });
    expect(await open(nowhere, `${allowed}:443`)).toMatchObject({ status: 502 });
    const origin = await startOrigin();
    closers.pop();
    const dead = await start(1);
    expect(JSON.parse((await open(dead, `${allowed}:1`)).body).error.code).toBe('egress_unreachable');
    expect(origin.reached()).toHaveLength(0);
  });
});

test('a host that hangs up before the name is read leaves no tunnel behind', async () => {
  const server = createServer((socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => server.close());
  const { port } = server.address() as AddressInfo;
  const started = await start(port);
  const { socket, status } = await open(started, `${allowed}:${port}`);
  expect(status).toBe(200);
  await new Promise((done) => setTimeout(done, 30));
  socket.write(hello);
  await heard(socket);
  await expect.poll(() => started.records.map(({ kind }) => kind)).toContain('connection_ended');
});

test('when the ledger does not answer nothing passes', async () => {
  const origin = await startOrigin();
  const started = await start(origin.port, { record: () => Promise.reject(new Error('away')) });
  const { socket } = await open(started, `${allowed}:${origin.port}`);
  socket.write(hello);
  expect(await heard(socket)).toBe(alert);
  expect(origin.reached()).toHaveLength(0);
});

test('somebody unknown is asked who they are', async () => {
  const started = await start(443, { identify: async () => undefined });
  expect(await open(started, `${allowed}:443`)).toMatchObject({ status: 407 });
});

test.each([
  ['observe', new Map(), 'observed', 0],
  ['warn', new Map(), 'warned', 1],
  ['enforce', new Map([['consumer-web', 'observe']]), 'observed', 0],
  ['enforce', new Map([['consumer-web', 'warn']]), 'warned', 1],
] as const)(
  'in mode %s a denied host passes where nothing more is asked, on record as such',
  async (mode, milder, decision, told) => {
    const origin = await startOrigin();
    const milderRules = { ...rules, mode, milder, ports: new Set([origin.port]) } as EgressRules;
    const started = await start(origin.port, { rules: () => milderRules });
    const { socket, status } = await open(started, `chat.example:${origin.port}`);
    expect(status).toBe(200);
    socket.write(await clientHello({ servername: 'chat.example' }));
    await once(socket, 'data');
    expect(started.records).toMatchObject([
      { kind: 'connection_opened', decision, rule: 'consumer-web', audience: 'consumer' },
    ]);
    expect(started.told).toHaveLength(told);
    socket.destroy();
  },
);

import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lineOf } from '../../../src/endpoint/probe/attempt.ts';
import type { Seen } from '../../../src/endpoint/probe/lab/run-inside.ts';
import { runOnce } from '../../../src/endpoint/probe/run-once.ts';
import { allowsNamespaces, doing, fakeClient, laboratory, runningWith, writeFake } from '../../support/laboratory.ts';

const isAllowed = await allowsNamespaces();
const folder = mkdtempSync(join(tmpdir(), 'octroi-test-probe-'));
const program = writeFake(folder);
const usualFolder = process.env['TMPDIR'];
let outside: Server;
let heard = 0;

beforeAll(async () => {
  process.env['TMPDIR'] = folder;
  outside = createServer((_, response) => {
    heard += 1;
    response.end();
  });
  outside.on('connection', () => (heard += 1)).listen(0, '127.0.0.1');
  await once(outside, 'listening');
});
afterAll(() => {
  if (usualFolder === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = usualFolder;
  outside.close();
  rmSync(folder, { recursive: true, force: true });
});

const see = (deeds: string, more: Readonly<Record<string, string>> = {}): Promise<Seen> =>
  runOnce({ client: fakeClient, program, settings: doing(deeds, more), mode: 'one_shot' }, laboratory);
const lines = ({ attempts }: Seen) =>
  attempts.map((one) => [one.way, lineOf(one), one.count, one.credentials.join()].join(' | '));

test.skipIf(!isAllowed)(
  'what goes through the proxy is read: host, path without its query, and the credential',
  async () => {
    const seen = await see('model telemetry basic');
    expect(seen.version).toBe('1.2.3');
    expect(seen.hasAnswer).toBe(true);
    expect(seen.exitCode).toBe(0);
    expect(lines(seen)).toEqual([
      'proxy | POST api.vendor.test /v1/messages | 1 | FAKE_KEY',
      'proxy | POST telemetry.vendor.test /batch | 1 | FAKE_KEY',
      'proxy | GET basic.vendor.test / | 1 | FAKE_KEY',
    ]);
    expect(seen.unseen).toEqual({ refused: 0, internal: 0, datagrams: 0 });
  },
);

test.skipIf(!isAllowed)(
  'what goes past the proxy is seen by name, by address, in any protocol and from a child',
  async () => {
    const seen = await see('name address ssh child');
    expect(lines(seen)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^name \| NAME past\.vendor\.test \| \d \| $/),
        'direct | GET past.vendor.test /direct | 1 | ',
        'direct | CONNECT 203.0.113.22:22 | 1 | ',
        'proxy | POST telemetry.vendor.test /batch | 1 | FAKE_KEY',
      ]),
    );
    // Without a name in the greeting nothing but the address is known, and its certificate is the address’s.
    expect(lines(seen)).toContain('direct | GET 203.0.113.7 /by-address | 1 | ');
  },
);

test.skipIf(!isAllowed)('what reaches a port nobody listens on is counted by the kernel, though not seen', async () => {
  const seen = await see('unlistened datagram');
  expect(seen.unseen).toEqual({ refused: 1, internal: 0, datagrams: 1 });
  expect(lines(seen)).toEqual(['datagram | DATAGRAM ? | 1 | ']);
});

test.skipIf(!isAllowed)('nothing is let out, not even to this machine', async () => {
  const { port } = outside.address() as AddressInfo;
  const seen = await see('outside model', { FAKE_PORT: String(port) });
  expect(seen.unseen?.refused).toBe(1);
  expect(heard).toBe(0);
});

test.skipIf(!isAllowed)(
  'a client that stays, and a daemon that leaves its session, end with the laboratory',
  async () => {
    const stays = await runOnce(
      { client: fakeClient, program, settings: doing('model stays', { FAKE_MARK: folder }), mode: 'one_shot' },
      { ...laboratory, timeoutMs: 6_000 },
    );
    expect([stays.isOutOfTime, stays.hasAnswer]).toEqual([true, true]);
    const daemon = await see('model daemon', { FAKE_MARK: folder });
    expect(daemon.leftBehind).toEqual([expect.stringContaining('fake-client.mjs daemon')]);
    expect(runningWith(`FAKE_MARK=${folder}`)).toEqual([]);
    expect(readdirSync(folder)).toEqual(['fake']);
  },
);

test.skipIf(!isAllowed)('a session in a terminal is answered its dialogue, asked, and left', async () => {
  const seen = await runOnce({ client: fakeClient, program, settings: doing('talk'), mode: 'interactive' }, laboratory);
  expect(seen.shown).toContain('Ready.');
  expect(lines(seen)).toEqual(['proxy | POST api.vendor.test /v1/messages | 1 | FAKE_KEY']);
  expect([seen.exitCode, seen.isOutOfTime]).toEqual([0, false]);
});

test.skipIf(!isAllowed)('when it is broken off, everything inside ends and is deleted', async () => {
  const stop = new AbortController();
  const settings = doing('model stays', { FAKE_MARK: `${folder}-broken-off` });
  const running = runOnce(
    { client: fakeClient, program, settings, mode: 'one_shot' },
    { ...laboratory, signal: stop.signal },
  );
  const check = setInterval(() => {
    if (runningWith(`FAKE_MARK=${folder}-broken-off`).length > 0) stop.abort();
  }, 50);
  await expect(running).rejects.toMatchObject({ code: 'endpoint_probe_failed' });
  clearInterval(check);
  expect(runningWith(`FAKE_MARK=${folder}-broken-off`)).toEqual([]);
  expect(readdirSync(folder)).toEqual(['fake']);
});

test('without a namespace the proxy sees what goes through it, says so, and ends what was left', async () => {
  const seen = await runOnce(
    { client: fakeClient, program, settings: doing('model daemon', { FAKE_MARK: folder }), mode: 'one_shot' },
    { ...laboratory, isIsolated: false },
  );
  expect(lines(seen)).toEqual(['proxy | POST api.vendor.test /v1/messages | 1 | FAKE_KEY']);
  expect(seen.unseen).toBeUndefined();
  expect(runningWith(`FAKE_MARK=${folder}`)).toEqual([]);
});

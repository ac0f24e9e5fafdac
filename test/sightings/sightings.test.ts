import { once } from 'node:events';
import { appendFile, rm, writeFile } from 'node:fs/promises';
import { createSocket } from 'node:dgram';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keyedFingerprint, timeOrderedId } from '../../src/base/index.ts';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { importLog, type Importing } from '../../src/cli/egress/import-log.ts';
import { receiveSyslog } from '../../src/cli/egress/receive-syslog.ts';
import type { LogsEvent } from '../../src/cli/egress/tell-import.ts';
import { LogFolder } from '../../src/cli/egress/watch-logs.ts';
import { exportRecords } from '../../src/ledger/index.ts';
import { forgetLines, readSightings } from '../../src/sightings/index.ts';
import { ensureTenant, type Tenancy, tenantFingerprintKey } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { makeFolder } from '../support/folder.ts';
import { eventually } from '../support/http.ts';
import { makeTenant } from '../support/tenant.ts';

let database: TestDatabase;
let tenancy: Tenancy;
let importing: Importing;
const catalogue = openCatalogue(shippedData);

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
});
afterAll(() => database.drop());
beforeEach(async () => {
  const { id: tenantId } = await ensureTenant(tenancy, timeOrderedId());
  importing = { tenancy, tenantId, catalogue, key: await tenantFingerprintKey(tenancy, tenantId) };
});

const second = Date.parse('2026-11-27T08:00:00Z') / 1_000;
const line = (host: string, more: { readonly source?: string; readonly after?: number; readonly user?: string } = {}) =>
  `${second + (more.after ?? 0)}.000    120 ${more.source ?? '10.0.0.7'} TCP_TUNNEL/200 512 CONNECT ${host}:443 ${more.user ?? '-'} HIER_DIRECT/1.2.3.4 -`;

const take = (text: string, name = 'access.log') =>
  importLog(importing, {
    name,
    bytes: (async function* () {
      yield Buffer.from(text);
    })(),
  });
const kept = () => readSightings(tenancy, importing.tenantId, '2026-11-01');

describe('an imported log', () => {
  test('is kept as sums of a day, under references that lead to nobody, and what is not about AI leaves no trace', async () => {
    const lines = [
      line('claude.ai'),
      line('claude.ai', { after: 60 }),
      line('claude.ai', { after: 86_400 }),
      line('claude.ai', { user: 'ana', after: 3 }),
      line('intranet.example'),
      line('chat.unheard-of.ai'),
    ];
    const done = await take(lines.join('\n'), '/var/log/squid/access.log');
    expect(done).toMatchObject({ lines: 6, flows: 6, taken: 5, repeated: 0 });
    const { sightings, imports } = await kept();
    expect(sightings.map(({ host, day, flows, vendor }) => [host, day, flows, vendor])).toEqual([
      ['claude.ai', '2026-11-27', 2, 'anthropic'],
      ['claude.ai', '2026-11-28', 1, 'anthropic'],
      ['claude.ai', '2026-11-27', 1, 'anthropic'],
      ['chat.unheard-of.ai', '2026-11-27', 1, undefined],
    ]);
    expect(sightings[0]?.source).toBe(keyedFingerprint(importing.key, 'network 10.0.0.7'));
    expect(imports).toMatchObject([
      { log: 'access.log', taken: 5, whole: { format: 'squid', lines: 6, malformed: 0 } },
    ]);
    const told = (await Array.fromAsync(exportRecords(tenancy, importing.tenantId, {}))).join();
    expect(told).not.toMatch(/10\.0\.0\.7|"ana"|intranet|\/var\/log/);
  });

  test('counts once, in whatever file and however often it comes', async () => {
    const text = [line('claude.ai'), line('chatgpt.com', { after: 1 })].join('\n');
    await take(text);
    expect(await take(`${text}\n${line('claude.ai', { after: 2 })}`, 'access.log.1')).toMatchObject({
      taken: 1,
      repeated: 2,
    });
    expect(await take(`${text}\n${text}`)).toMatchObject({ taken: 0, repeated: 4 });
    const { sightings, imports } = await kept();
    expect(sightings.map(({ host, flows }) => [host, flows])).toEqual([
      ['claude.ai', 2],
      ['chatgpt.com', 1],
    ]);
    expect(imports.map(({ taken, repeated }) => [taken, repeated])).toEqual([
      [0, 4],
      [1, 2],
      [2, 0],
    ]);
  });

  test('that two processes read at once counts once', async () => {
    const text = Array.from({ length: 300 }, (_, after) => line('claude.ai', { after })).join('\n');
    const done = await Promise.all([take(text), take(text), take(text)]);
    expect(done.reduce((sum, { taken }) => sum + taken, 0)).toBe(300);
    expect((await kept()).sightings).toMatchObject([{ flows: 300 }]);
  });

  test('is taken part by part, and a part that came before a fault stays and does not count again', async () => {
    const many = Array.from({ length: 12_000 }, (_, after) => line('claude.ai', { after }));
    const broken = importLog(importing, {
      name: 'access.log',
      bytes: (async function* () {
        yield Buffer.from(`${many.slice(0, 11_000).join('\n')}\n`);
        throw Object.assign(new Error('EIO'), { code: 'EIO' });
      })(),
    });
    await expect(broken).rejects.toMatchObject({ code: 'EIO' });
    expect((await kept()).imports).toMatchObject([{ taken: 10_000 }]);
    expect((await kept()).imports[0]).not.toHaveProperty('whole');
    expect(await take(many.join('\n'))).toMatchObject({ taken: 2_000, repeated: 10_000 });
    expect((await kept()).sightings.reduce((sum, { flows }) => sum + flows, 0)).toBe(12_000);
  });

  test('tells which lines could not be read by their numbers, and never what stood there', async () => {
    await take([line('claude.ai'), 'password hunter2 was typed here', line('claude.ai', { after: 1 })].join('\n'));
    const { imports } = await kept();
    expect(imports).toMatchObject([{ whole: { malformed: 1, malformedAt: [2] } }]);
    expect((await Array.fromAsync(exportRecords(tenancy, importing.tenantId, {}))).join()).not.toContain('hunter2');
  });

  test('forgets its lines when their days are over, and not before', async () => {
    await take(line('claude.ai'));
    await forgetLines(tenancy, importing.tenantId, new Date('2026-11-27T00:00:00Z'));
    expect(await take(line('claude.ai'))).toMatchObject({ taken: 0 });
    await forgetLines(tenancy, importing.tenantId, new Date('2026-11-28T00:00:00Z'));
    expect(await take(line('claude.ai'))).toMatchObject({ taken: 1 });
  });

  test('of another tenant is not seen', async () => {
    await take(line('claude.ai'));
    const other = await makeTenant(database.store);
    expect(await readSightings(tenancy, other, '2026-11-01')).toEqual({ sightings: [], imports: [] });
  });
});

test('a folder’s logs are read when they are new or have grown, and one that cannot be read stops no other', async () => {
  const folder = await makeFolder();
  const events: LogsEvent[] = [];
  const watched = new LogFolder({
    importing: () => importing,
    folder,
    everyMs: 60_000,
    lineDays: () => 10_000,
    tell: (event) => void events.push(event),
  });
  await writeFile(join(folder, 'a.log'), 'once upon a time\nthere was a log\n');
  await writeFile(join(folder, 'b.log'), `${line('claude.ai')}\n`);
  await watched.round();
  expect(events).toEqual([
    { kind: 'log_not_imported', log: 'a.log', cause: 'egress_log_unrecognised' },
    { kind: 'log_imported', log: 'b.log', taken: 1, malformed: 0 },
  ]);
  await watched.round();
  expect(events).toHaveLength(2);
  await appendFile(join(folder, 'b.log'), `${line('claude.ai', { after: 9 })}\n`);
  await watched.round();
  expect(events.at(-1)).toEqual({ kind: 'log_imported', log: 'b.log', taken: 1, malformed: 0 });
  const half = line('claude.ai', { after: 10 });
  await appendFile(join(folder, 'b.log'), half.slice(0, -8));
  await watched.round();
  expect(events).toHaveLength(3);
  await appendFile(join(folder, 'b.log'), `${half.slice(-8)}\n`);
  await watched.round();
  expect(events.at(-1)).toEqual({ kind: 'log_imported', log: 'b.log', taken: 1, malformed: 0 });
  await writeFile(join(folder, 'c.log.gz'), gzipSync(line('chatgpt.com')));
  await watched.round();
  expect(events.at(-1)).toEqual({ kind: 'log_imported', log: 'c.log.gz', taken: 1, malformed: 0 });
  await rm(folder, { recursive: true });
  await watched.round();
  expect(events.at(-1)).toMatchObject({ kind: 'log_not_imported', log: folder });
});

test('lines come by syslog, over UDP and TCP, in lines and in counted frames', async () => {
  const events: LogsEvent[] = [];
  const listener = await receiveSyslog({
    importing: () => importing,
    host: '127.0.0.1',
    port: 0,
    tell: (event) => void events.push(event),
  });
  const wrapped = (after: number) => `<166>Nov 27 08:00:00 proxy (squid-1)[8]: ${line('claude.ai', { after })}`;
  const udp = createSocket('udp4');
  await new Promise((sent) => udp.send(wrapped(1), listener.port, '127.0.0.1', sent));
  const counted = wrapped(3);
  const tcp = connect(listener.port, '127.0.0.1');
  tcp.end(`${wrapped(2)}\n${counted.length} ${counted}`);
  await new Promise((ended) => tcp.once('close', ended));
  udp.close();
  const found = await eventually(
    async () => {
      await listener.flush();
      return (await kept()).sightings[0]?.flows ?? 0;
    },
    (flows) => flows === 3,
  );
  expect(found).toBe(3);
  await listener.close();
  expect(events.every(({ kind }) => kind === 'log_imported')).toBe(true);
});

test('a sender that keeps its connection does not keep the listener, and a taken port leaves nothing open', async () => {
  const desk = { importing: () => importing, tell: () => {}, host: '127.0.0.1' };
  const listener = await receiveSyslog({ ...desk, port: 0 });
  const tcp = connect(listener.port, '127.0.0.1');
  const ended = new Promise((closed) => tcp.once('close', closed));
  await new Promise((connected) => tcp.once('connect', connected));
  await listener.close();
  await ended;

  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(receiveSyslog({ ...desk, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  const udp = createSocket('udp4').bind(port, '127.0.0.1');
  await once(udp, 'listening');
  udp.close();
  other.close();
});

import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  appendWithin,
  exportLog,
  exportVerifiable,
  logHead,
  openLedger,
  proveConsistency,
  proveRecord,
  startLogServer,
} from '../../src/ledger/index.ts';
import {
  CompactRange,
  isRecordLeaf,
  leafHash,
  openCheckpoint,
  parseLeaf,
  parseVkey,
  RightEdge,
} from '../../src/ledger/tree/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { appendSome, keysOf, newFolder, outcomeOf, testSequencer, verifyNamed } from '../support/log.ts';
import { declaredRecord } from '../support/records.ts';
import { makeTenant } from '../support/tenant.ts';

let database: TestDatabase;
let tenancy: Tenancy;
let tenantId: string;

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
});
afterAll(async () => {
  await database.drop();
});
beforeEach(async () => {
  tenantId = await makeTenant(database.store);
});

const exportOf = async (folder = '') => {
  const name = join(folder || (await newFolder()), 'ledger.jsonl');
  await writeFile(name, (await Array.fromAsync(exportVerifiable(tenancy, tenantId, {}))).join('\n'));
  return name;
};

test('a log opens with its keys, takes what waits in its order, and every file of it verifies', async () => {
  const records = await appendSome(tenancy, tenantId, 300);
  await testSequencer(tenancy).round();
  const keys = await keysOf(tenancy, tenantId);
  const head = await logHead(database.store, tenantId);
  expect(head).toMatchObject({ size: 301, origin: `octroi.test/${tenantId}` });

  const folder = join(await newFolder(), 'log');
  await exportLog(tenancy, tenantId, { folder, hasRecords: true });
  expect(await verifyNamed([folder], keys)).toMatchObject({ what: 'log', leaves: 301, records: 300, isTrusted: true });
  expect(await verifyNamed([await exportOf(folder)], keys)).toMatchObject({ what: 'export', records: 300, index: 0 });

  const record = records[290];
  const proof = join(folder, 'record.tlog-proof');
  await writeFile(proof, await proveRecord(tenancy, tenantId, record?.id ?? ''));
  expect(await verifyNamed([proof], keys)).toMatchObject({ what: 'proof', index: 291, records: 1, size: 301 });

  const exported = (await readFile(join(folder, 'ledger.jsonl'), 'utf8')).split('\n').slice(2);
  expect(exported.map((line) => JSON.parse(line).record.id)).toEqual(records.map(({ id }) => id));
});

test('the log grows by what is new, in any portions, and proves that it has only grown', async () => {
  const sequencer = testSequencer(tenancy);
  const heads: string[] = [];
  for (const count of [0, 1, 254, 1, 1, 300]) {
    await appendSome(tenancy, tenantId, count);
    await sequencer.round();
    heads.push((await logHead(database.store, tenantId))?.checkpoint ?? '');
  }
  const keys = await keysOf(tenancy, tenantId);
  const verifiers = keys.split('\n').map(parseVkey);
  const folder = await newFolder();
  const last = openCheckpoint(heads.at(-1) ?? '', verifiers);
  expect(last.size).toBe(558);
  for (const [at, head] of heads.slice(0, -1).entries()) {
    const { size } = openCheckpoint(head, verifiers);
    await writeFile(join(folder, `${at}.checkpoint`), head);
    await writeFile(join(folder, `${at}.consistency`), await proveConsistency(database.store, tenantId, size));
    const verdict = await verifyNamed([join(folder, `${at}.checkpoint`), join(folder, `${at}.consistency`)], keys);
    expect(verdict).toMatchObject({ what: 'consistency', oldSize: size, size: 558, isTrusted: true });
  }
  await expect(proveConsistency(database.store, tenantId, 559)).rejects.toMatchObject({ code: 'ledger_size_unknown' });
});

test('nothing is logged twice: not what is appended again, nor by two sequencers at once', async () => {
  const [record] = await appendSome(tenancy, tenantId, 1);
  const sequencers = Array.from({ length: 4 }, () => testSequencer(tenancy));
  await Promise.all([...sequencers.map((each) => each.round()), appendSome(tenancy, tenantId, 40)]);
  if (!record) throw new Error('no record');
  const again = { ...declaredRecord({ tenantId, id: record.id }) };
  const ledger = openLedger({ ...tenancy, gatewayId: record.gatewayId, waitMs: 5_000 });
  await ledger.append(again);
  await ledger.close();
  await testSequencer(tenancy).round();
  expect((await logHead(database.store, tenantId))?.size).toBe(42);
  expect(await verifyNamed([await exportOf()], await keysOf(tenancy, tenantId))).toMatchObject({ records: 41 });
});

test('an operator’s act is logged with its transaction or not at all', async () => {
  const record = {
    kind: 'console_signed_in',
    tenantId,
    recordedAt: new Date().toISOString(),
    by: 'one_time_link',
  } as const;
  const attempt = database.store.inTenant(tenantId, async (db) => {
    await appendWithin(db, tenancy.recordKeys, { ...record, id: tenancy.newId() });
    throw new Error('after all not');
  });
  await expect(attempt).rejects.toThrow('after all not');
  await database.store.inTenant(tenantId, (db) =>
    appendWithin(db, tenancy.recordKeys, { ...record, id: tenancy.newId() }),
  );
  await testSequencer(tenancy).round();
  expect(await verifyNamed([await exportOf()], await keysOf(tenancy, tenantId))).toMatchObject({
    leaves: 2,
    records: 1,
  });
});

test('a head is kept each period though nothing happens, and a clock that is set back does not set heads back', async () => {
  let now = new Date('2026-11-26T08:00:00Z');
  const sequencer = testSequencer(tenancy, { now: () => now, periodMs: 60_000 });
  await sequencer.round();
  for (const later of ['08:00:30', '08:01:00', '08:01:30', '08:03:00', '07:00:00']) {
    now = new Date(`2026-11-26T${later}Z`);
    if (later === '07:00:00') await appendSome(tenancy, tenantId, 1);
    await sequencer.round();
  }
  const rows = await database.asSuper(
    `select size::int, to_char(signed_at at time zone 'UTC', 'HH24:MI') as at from ledger_checkpoint where tenant_id = $1 order by signed_at`,
    [tenantId],
  );
  expect(rows).toEqual([
    { size: 1, at: '08:00' },
    { size: 1, at: '08:01' },
    { size: 1, at: '08:03' },
  ]);
  const folder = join(await newFolder(), 'log');
  await exportLog(tenancy, tenantId, { folder, hasRecords: false });
  const verdict = await verifyNamed([folder], await keysOf(tenancy, tenantId));
  expect(verdict).toMatchObject({ size: 2, withoutRecord: 1, checkpoints: 3, signedAt: '2026-11-26T08:03:00.000Z' });
  expect(verdict.longestSilence).toEqual({ from: '2026-11-26T08:01:00.000Z', until: '2026-11-26T08:03:00.000Z' });
});

test('keys are changed in the log itself: who trusts the old ones can follow, and the old ones sign nothing new', async () => {
  const sequencer = testSequencer(tenancy);
  await appendSome(tenancy, tenantId, 3);
  await sequencer.round();
  const before = await keysOf(tenancy, tenantId);
  await appendSome(tenancy, tenantId, 2);
  const after = (await sequencer.rotate(tenantId)).join('\n');
  await appendSome(tenancy, tenantId, 2);
  await sequencer.round();
  expect(await keysOf(tenancy, tenantId)).toBe(after);
  const folder = join(await newFolder(), 'log');
  await exportLog(tenancy, tenantId, { folder, hasRecords: true });
  for (const keys of [before, after]) {
    const verdict = await verifyNamed([folder], keys);
    expect(verdict).toMatchObject({ isTrusted: true, leaves: 9, records: 7, keys: after.split('\n') });
  }
  const { checkpoint = '' } = (await logHead(database.store, tenantId)) ?? {};
  expect(() => openCheckpoint(checkpoint, before.split('\n').map(parseVkey))).toThrow('ledger_signature_unknown');
  // Without the head that changed the keys, no way leads from the old ones to the new.
  const cut = join(await newFolder(), 'cut');
  await cp(folder, cut, { recursive: true, filter: (name) => !name.includes('checkpoints/') });
  expect(await outcomeOf(verifyNamed([cut], before))).toBe('ledger_signature_unknown');
});

test('the log is served as tlog-tiles says, and nothing beside it', async () => {
  await appendSome(tenancy, tenantId, 260);
  await testSequencer(tenancy).round();
  const server = await startLogServer({ store: database.store, host: '127.0.0.1', port: 0 });
  try {
    const folder = join(await newFolder(), 'log');
    await exportLog(tenancy, tenantId, { folder, hasRecords: false });
    for (const path of [
      'checkpoint',
      'tile/0/000',
      'tile/0/001.p/5',
      'tile/1/000.p/1',
      'tile/entries/001.p/5',
      'tile/entries/000',
    ]) {
      const answered = await fetch(`${server.url}/${tenantId}/${path}`);
      expect([path, answered.status]).toEqual([path, 200]);
      expect(Buffer.from(await answered.arrayBuffer())).toEqual(await readFile(join(folder, path)));
      expect(answered.headers.get('cache-control')).toBe(
        path === 'checkpoint' ? 'no-cache' : 'public, max-age=31536000, immutable',
      );
    }
    expect((await fetch(`${server.url}/${tenantId}/tile/0/001.p/2`)).status).toBe(200);
    for (const path of [
      '',
      'tile/0/001',
      'tile/0/001.p/6',
      'tile/0/002',
      'tile/2/000.p/1',
      'tile/0/x001',
      '../checkpoint',
      'keys.txt',
    ])
      expect([path, (await fetch(`${server.url}/${tenantId}/${path}`)).status]).toEqual([path, 404]);
    expect((await fetch(`${server.url}/${tenancy.newId()}/checkpoint`)).status).toBe(404);
    expect((await fetch(`${server.url}/${tenantId}/checkpoint`, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${server.url}/${tenantId}/checkpoint`, { method: 'HEAD' })).status).toBe(200);
  } finally {
    await server.close();
  }
});

test('an export of some kinds or days holds every leaf between, and opens only what was asked for', async () => {
  const before = await appendSome(tenancy, tenantId, 5);
  await database.store.inTenant(tenantId, (db) =>
    appendWithin(db, tenancy.recordKeys, {
      kind: 'key_revoked',
      id: tenancy.newId(),
      tenantId,
      recordedAt: new Date().toISOString(),
      keyId: 'k',
      actor: 'console',
    }),
  );
  await appendSome(tenancy, tenantId, 5);
  await testSequencer(tenancy).round();
  const filter = { from: before[2]?.recordedAt, until: undefined, kinds: ['key_revoked'] as const };
  const lines = await Array.fromAsync(exportVerifiable(tenancy, tenantId, filter));
  const name = join(await newFolder(), 'some.jsonl');
  await writeFile(name, lines.join('\n'));
  const verdict = await verifyNamed([name], await keysOf(tenancy, tenantId));
  expect(verdict.records).toBe(1);
  expect(verdict.index).toBeGreaterThan(0);
  expect((verdict.leaves ?? 0) + (verdict.index ?? 0)).toBe(12);
});

test('the leaves as the database writes them are canonical, whatever the policy is called', async () => {
  const versions = ['v1', 'a"b\\c/d\u00e9\u2028\u0001\b\f\r\t\u007f 😀', undefined];
  const ledger = openLedger({ ...tenancy, gatewayId: tenancy.newId(), waitMs: 5_000 });
  for (const version of versions) {
    const record = declaredRecord({ tenantId });
    const policy =
      version === undefined ? {} : { policy: { version, catalogueVersion: '1', retentionClass: 'standard' } };
    await ledger.append({ ...record, ...policy });
  }
  await ledger.close();
  await testSequencer(tenancy).round();
  const lines = await Array.fromAsync(exportVerifiable(tenancy, tenantId, {}));
  // Reading a leaf refuses every other spelling.
  const leaves = lines.slice(2).map((line) => parseLeaf(Buffer.from(JSON.parse(line).leaf)));
  expect(leaves.map((leaf) => (isRecordLeaf(leaf) ? leaf.policyVersion : 'of the log'))).toEqual([
    'v1',
    versions[1],
    null,
  ]);
  expect(await verifyNamed([await exportOf()], await keysOf(tenancy, tenantId))).toMatchObject({ records: 3 });
});

test('the right edge, taken up again at any size, has the root of the whole tree', () => {
  const range = new CompactRange();
  const stored = new Map<string, Buffer>();
  let edge = RightEdge.empty();
  for (let size = 0; size < 70_000; size += 1) {
    const entry = Buffer.from(String(size));
    edge.add(entry);
    range.append(leafHash(entry));
    if (size % 977 !== 0 && size !== 65_535 && size !== 65_536) continue;
    for (const { level, index, data } of edge.takeChanges()) stored.set(`${level} ${index}`, data);
    const data = (tile: { level: number | 'entries'; index: number }) =>
      stored.get(`${tile.level} ${tile.index}`) ?? Buffer.alloc(0);
    edge = RightEdge.from(
      edge.size,
      (tile) => Array.from({ length: tile.width }, (_, at) => data(tile).subarray(at * 32, at * 32 + 32)),
      (tile) => {
        const entries: Buffer[] = [];
        for (let at = 0; entries.length < tile.width; at += 2 + data(tile).readUInt16BE(at))
          entries.push(data(tile).subarray(at + 2, at + 2 + data(tile).readUInt16BE(at)));
        return entries;
      },
    );
    expect(edge.root()).toEqual(range.root());
  }
});

import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, expect, test } from 'vitest';
import {
  type AnchorEvent,
  Anchorer,
  exportLog,
  openTimeStamper,
  parseWitness,
  proveRecord,
} from '../../src/ledger/index.ts';
import { timeStamp } from '../../src/ledger/anchor/time-stamp.ts';
import { emptyRoot } from '../../src/ledger/tree/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { appendSome, keysOf, newFolder, testSequencer, verifyNamed } from '../support/log.ts';
import { makeTenant } from '../support/tenant.ts';
import { startAuthority, type Wrong } from '../support/time-stamping.ts';
import { startWitness, type TestWitness } from '../support/witness.ts';

let database: TestDatabase;
let tenancy: Tenancy;
let tenantId: string;
let witness: TestWitness;
let events: AnchorEvent[];

beforeEach(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
  tenantId = await makeTenant(database.store);
  witness = await startWitness();
  events = [];
  return async () => {
    await witness.close();
    await database.drop();
  };
});

const anchorer = (timeStamper?: ReturnType<typeof openTimeStamper>) =>
  new Anchorer({
    store: database.store,
    witnesses: [parseWitness(`${witness.url} ${witness.vkey}`)],
    timeStamper,
    everyMs: 1_000,
    tell: (event) => void events.push(event),
  });

/** Grows the log, and lets the witness know it. */
async function grow(count: number) {
  const records = await appendSome(tenancy, tenantId, count);
  await testSequencer(tenancy, { periodMs: 0 }).round();
  witness.logs.set(`octroi.test/${tenantId}`, await keysOf(tenancy, tenantId));
  return records;
}

test('a witness cosigns each kept head after the one before, also for a process that knows not what it has seen', async () => {
  const first = anchorer();
  const [record] = await grow(3);
  await first.round();
  await grow(400);
  await first.round();
  await grow(2);
  await anchorer().round();
  expect(witness.statuses).toEqual([200, 200, 409, 200]);
  expect(events).toEqual([]);
  expect(witness.seen.get(`octroi.test/${tenantId}`)?.size).toBe(406);

  const proof = join(await newFolder(), 'record.tlog-proof');
  await writeFile(proof, await proveRecord(tenancy, tenantId, record?.id ?? ''));
  const keys = await keysOf(tenancy, tenantId);
  expect(await verifyNamed([proof], keys)).toMatchObject({ witnesses: [], unchecked: 1 });
  expect(await verifyNamed([proof], `${keys}\n${witness.vkey}`)).toMatchObject({ witnesses: ['witness.test/w1'] });
  const folder = join(await newFolder(), 'log');
  await exportLog(tenancy, tenantId, { folder, hasRecords: false });
  expect(await verifyNamed([folder], `${keys}\n${witness.vkey}`)).toMatchObject({ isTrusted: true, checkpoints: 3 });
});

test('a head that was cosigned is not brought again', async () => {
  await grow(1);
  const once = anchorer();
  await once.round();
  await once.round();
  expect(witness.statuses).toEqual([200]);
});

test('a witness that has seen a longer log, or another one, is told of, once', async () => {
  const own = `octroi.test/${tenantId}`;
  await grow(1);
  const asked = anchorer();
  witness.seen.set(own, { origin: own, size: 999, root: emptyRoot });
  await asked.round();
  await asked.round();
  expect(events).toEqual([{ kind: 'anchor_failed', by: witness.url, cause: 'ledger_witness_ahead' }]);
  witness.seen.set(own, { origin: own, size: 2, root: emptyRoot });
  events = [];
  await anchorer().round();
  expect(events).toEqual([{ kind: 'anchor_failed', by: witness.url, cause: 'ledger_witness_failed' }]);
});

test('a witness that cosigns with another key than its own has not cosigned', async () => {
  await grow(1);
  const other = await startWitness();
  const wrong = parseWitness(`${witness.url} ${other.vkey}`);
  await new Anchorer({
    store: database.store,
    witnesses: [wrong],
    timeStamper: undefined,
    everyMs: 1,
    tell: (event) => void events.push(event),
  }).round();
  await other.close();
  expect(events).toMatchObject([{ cause: 'ledger_signature_unknown' }]);
  expect(await database.asSuper('select is_cosigned from ledger_checkpoint')).toEqual([{ is_cosigned: false }]);
});

test.each(['', 'ftp://witness.test k', 'http://witness.test', 'http://witness.test name+00000000+AAAA'])(
  '%j names no witness',
  (text) => {
    expect(() => parseWitness(text)).toThrow(/ledger_(witness_failed|key_malformed)/);
  },
);

test('a kept head is stamped over the note as it stays, and openssl agrees where it is there', async () => {
  const authority = await startAuthority();
  await grow(2);
  await anchorer(openTimeStamper(authority.url, authority.roots)).round();
  await authority.close();
  expect(events).toEqual([]);
  const folder = join(await newFolder(), 'log');
  await exportLog(tenancy, tenantId, { folder, hasRecords: false });
  const names = (await readdir(join(folder, 'checkpoints'))).toSorted();
  expect(names.map((name) => name.slice(-4))).toEqual(['.tsr', '.txt']);
  expect(await verifyNamed([folder], await keysOf(tenancy, tenantId))).toMatchObject({ isTrusted: true });
  const [answer = '', note = ''] = names.map((name) => join(folder, 'checkpoints', name));
  await writeFile(join(folder, 'roots.pem'), authority.roots);
  const checked = await promisify(execFile)('openssl', [
    'ts',
    '-verify',
    '-data',
    note,
    '-in',
    answer,
    '-CAfile',
    join(folder, 'roots.pem'),
  ])
    .then(({ stdout, stderr }) => stdout + stderr)
    .catch((fault: NodeJS.ErrnoException) =>
      fault.code === 'ENOENT' ? 'Verification: OK (no openssl here)' : String(fault),
    );
  expect(checked).toContain('Verification: OK');
});

test.each<Wrong>(['digest', 'nonce', 'usage', 'rejection', 'HTTP', 'bytes'])(
  'a stamp with the wrong %s is no stamp',
  async (wrong) => {
    const authority = await startAuthority(wrong);
    const stamping = timeStamp(openTimeStamper(authority.url, authority.roots), 'text\n');
    await expect(stamping).rejects.toMatchObject({ code: 'ledger_time_stamp_failed' });
    await authority.close();
  },
);

test('a stamp by somebody no trusted root vouches for is no stamp', async () => {
  const [authority, other] = [await startAuthority(), await startAuthority()];
  const stamping = timeStamp(openTimeStamper(authority.url, other.roots), 'text\n');
  await expect(stamping).rejects.toMatchObject({ code: 'ledger_time_stamp_failed' });
  await expect(timeStamp(openTimeStamper(authority.url, authority.roots), 'text\n')).resolves.toMatchObject({});
  await Promise.all([authority.close(), other.close()]);
  expect(() => openTimeStamper('http://x', 'no certificate')).toThrow('ledger_time_stamp_failed');
});

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { gather, makePack, packOf, type PackParts, type PackWish } from '../../src/evidence/index.ts';
import { exportRecords } from '../../src/ledger/index.ts';
import { parsePack } from '../../src/ledger/verify/pack-manifest.ts';
import { parseNote } from '../../src/ledger/tree/note.ts';
import { ensureTenant, type Tenancy, type Tenant } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { appendSome, keysOf, newFolder, outcomeOf, testSequencer, verifyNamed } from '../support/log.ts';
import { packParts, unpack } from '../support/packs.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let database: TestDatabase;
let tenancy: Tenancy;
let tenant: Tenant;
let parts: PackParts;
let folder: string;
let keys: string;
let zip: string;
const today = new Date().toISOString().slice(0, 10);
const wish: PackWish = { period: { from: '2026-01-01', until: today }, scope: undefined, language: 'fr' };

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
  tenant = await ensureTenant(tenancy, 'Fabrique « Étoile »');
  await appendSome(tenancy, tenant.id, 40);
  await testSequencer(tenancy).round();
  keys = await keysOf(tenancy, tenant.id);
  folder = await newFolder();
  parts = await packParts(tenancy, tenant, new Date(Date.now() + 5_000));
  zip = join(folder, 'pack.zip');
  await writeFile(zip, await packOf(parts, await gather(parts, wish)));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test('the same input gives the same bytes', async () => {
  const again = await packOf(parts, await gather(parts, wish));
  expect(again.equals(await readFile(zip))).toBe(true);
});

test('verifies offline as ZIP and as folder, and says what it did not prove without a key', async () => {
  const verdict = await verifyNamed([zip], keys);
  expect(verdict).toMatchObject({ what: 'pack', isTrusted: true, records: 25, pack: { proofs: 25, of: 40 } });
  const unpacked = join(folder, 'unpacked');
  await unpack(zip, unpacked);
  expect(await outcomeOf(verifyNamed([unpacked], keys))).toBe('proven');
  expect(await outcomeOf(verifyNamed([zip], ''))).toBe('untrusted');
});

test('in every file one changed byte is found, and the file is named', async () => {
  const place = join(folder, 'changed');
  const names = await unpack(zip, place);
  expect(names.length).toBeGreaterThan(35);
  for (const name of names) {
    const bytes = await readFile(join(place, name));
    const changed = Buffer.from(bytes);
    const at = Math.floor(bytes.length / 2);
    changed[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(join(place, name), changed);
    if (name === 'manifest.note') expect(await outcomeOf(verifyNamed([place], keys))).toMatch(/^ledger_/);
    else
      await expect(verifyNamed([place], keys)).rejects.toMatchObject({
        code: 'ledger_refuted_pack_changed',
        args: { file: name },
      });
    await writeFile(join(place, name), bytes);
  }
  expect(await outcomeOf(verifyNamed([place], keys))).toBe('proven');
});

test('one changed byte anywhere in the ZIP is found, between the files too', async () => {
  const bytes = await readFile(zip);
  const changedFile = join(folder, 'changed.zip');
  // The headers of the first files, byte by byte, the whole directory, and a sample of the rest.
  const directory = bytes.readUInt32LE(bytes.length - 6);
  const tail = Array.from({ length: bytes.length - directory }, (_, at) => directory + at).filter(
    (at) => at % 41 === 0,
  );
  const places = [...Array.from({ length: 40 }, (_, at) => at), ...tail, Math.floor(bytes.length / 3)];
  for (const at of places) {
    const changed = Buffer.from(bytes);
    changed[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(changedFile, changed);
    expect([at, await outcomeOf(verifyNamed([changedFile], keys))]).not.toEqual([at, 'proven']);
  }
});

test('a file that was removed or added is named', async () => {
  const place = join(folder, 'parts');
  await unpack(zip, place);
  await writeFile(join(place, 'oscal', 'more.json'), '{}');
  await expect(verifyNamed([place], keys)).rejects.toMatchObject({
    code: 'ledger_refuted_pack_added',
    args: { file: 'oscal/more.json' },
  });
  await rm(join(place, 'oscal', 'more.json'));
  await rm(join(place, 'posture.json'));
  await expect(verifyNamed([place], keys)).rejects.toMatchObject({
    code: 'ledger_refuted_pack_missing',
    args: { file: 'posture.json' },
  });
});

test('nobody chooses the sample: proofs of other entries are refused although the manifest is signed', async () => {
  const material = await gather(parts, wish);
  const [first, ...rest] = material.sample.proofs;
  if (!first) throw new Error('no proof');
  const fewer = { ...material, sample: { ...material.sample, proofs: rest } };
  await writeFile(join(folder, 'chosen.zip'), await packOf(parts, fewer));
  expect(await outcomeOf(verifyNamed([join(folder, 'chosen.zip')], keys))).toBe('ledger_refuted_pack_sample');
});

test('another organisation’s key does not prove it', async () => {
  const other = await ensureTenant(tenancy, 'another');
  await appendSome(tenancy, other.id, 1);
  await testSequencer(tenancy).round();
  expect(await outcomeOf(verifyNamed([zip], await keysOf(tenancy, other.id)))).toBe('ledger_signature_unknown');
});

test('that a pack was made is a record with its digest', async () => {
  const made = await makePack(parts, { ...wish, language: 'en' }, 'command_line');
  const records: unknown[] = [];
  for await (const text of exportRecords(tenancy, tenant.id, { kinds: ['evidence_pack_made'] }))
    records.push(JSON.parse(text));
  expect(records).toMatchObject([
    { digest: made.digest, bytes: made.zip.length, language: 'en', actor: 'command_line' },
  ]);
});

test.each([
  ['ends before it begins', { from: '2026-11-30', until: '2026-11-01' }],
  ['is in the future', { from: '2099-01-01', until: '2099-01-31' }],
  ['is longer than a year and a little', { from: '2020-01-01', until: '2026-01-01' }],
  ['is of no day there is', { from: '2026-11-31', until: '2026-12-99' }],
])('a period that %s is refused', async (_, period) => {
  await expect(gather(parts, { ...wish, period })).rejects.toMatchObject({ code: 'evidence_period_invalid' });
});

test('the manifest says what is not in it and why', async () => {
  const place = join(folder, 'manifest');
  await unpack(zip, place);
  const { text } = parseNote(await readFile(join(place, 'manifest.note'), 'utf8'));
  expect(parsePack(text).absent).toEqual({
    'zdr/decisions.json': 'zdr_undecided',
    'retention/': 'no_erasure_in_period',
  });
});

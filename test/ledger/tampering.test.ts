import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalJson } from '../../src/base/index.ts';
import {
  exportLog,
  exportRecords,
  exportVerifiable,
  logHead,
  proveConsistency,
  proveRecord,
} from '../../src/ledger/index.ts';
import { SigningKeys } from '../../src/ledger/log/signing-keys.ts';
import {
  commitmentOf,
  decodeBundle,
  encodeBundle,
  formatCheckpoint,
  formatLeaf,
  formatTilePath,
  generateSigningKey,
  type Leaf,
  openSigner,
  parseLeaf,
  RightEdge,
  signNote,
} from '../../src/ledger/tree/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { appendSome, keysOf, newFolder, outcomeOf, testSequencer, verifyNamed } from '../support/log.ts';
import { makeTenant } from '../support/tenant.ts';

let database: TestDatabase;
let tenancy: Tenancy;
let tenantId: string;
let keys: string;
let origin: string;
/** The untouched log, its export, the proof of one record, and a head that an auditor kept from before. */
let whole: string;
let exported: string;
let proof: string;
let kept: string;

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
  tenantId = await makeTenant(database.store);
  await appendSome(tenancy, tenantId, 290);
  await testSequencer(tenancy).round();
  const folder = await newFolder();
  kept = join(folder, 'kept.checkpoint');
  await writeFile(kept, (await logHead(database.store, tenantId))?.checkpoint ?? '');
  const [record] = await appendSome(tenancy, tenantId, 10);
  await testSequencer(tenancy).round();
  keys = await keysOf(tenancy, tenantId);
  origin = (await logHead(database.store, tenantId))?.origin ?? '';
  whole = join(folder, 'log');
  await exportLog(tenancy, tenantId, { folder: whole, hasRecords: true });
  exported = join(folder, 'ledger.jsonl');
  await writeFile(exported, (await Array.fromAsync(exportVerifiable(tenancy, tenantId, {}))).join('\n'));
  proof = join(folder, 'record.tlog-proof');
  await writeFile(proof, await proveRecord(tenancy, tenantId, record?.id ?? ''));
});
afterAll(async () => {
  await database.drop();
});

const lastBundle = 'tile/entries/001.p/45';

async function copyOfLog(): Promise<string> {
  const folder = join(await newFolder(), 'log');
  await cp(whole, folder, { recursive: true });
  return folder;
}

/** A copy of a file, changed as text. */
async function changed(file: string, change: (text: string) => string): Promise<string> {
  const copy = join(await newFolder(), 'changed');
  const before = await readFile(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(copy, after);
  return copy;
}

async function leavesOf(folder: string): Promise<Leaf[]> {
  const bundles = await Promise.all(['tile/entries/000', lastBundle].map((path) => readFile(join(folder, path))));
  return bundles.flatMap((bundle) => decodeBundle(bundle).map(parseLeaf));
}

/** The log that an operator with the log's own keys would make of other leaves: every tile and the head are in order. */
async function signedAnew(leaves: readonly Leaf[]): Promise<string> {
  const folder = await copyOfLog();
  await rm(join(folder, 'tile'), { recursive: true });
  await rm(join(folder, 'checkpoints'), { recursive: true });
  await rm(join(folder, 'records.jsonl'));
  const edge = RightEdge.empty();
  for (const leaf of leaves) edge.add(formatLeaf(leaf));
  for (const { data, ...tile } of edge.takeChanges()) {
    const path = join(folder, formatTilePath(tile));
    await cp(kept, path); // Makes the folders on the way.
    await writeFile(path, data);
  }
  const signers = await database.store.inTenant(tenantId, (db) =>
    new SigningKeys({ ...tenancy, sealer: tenancy.vault }).inUse(db, origin),
  );
  const text = formatCheckpoint({ origin, size: edge.size, root: edge.root() });
  await writeFile(join(folder, 'checkpoint'), signNote(text, signers, new Date()));
  return folder;
}

const renumbered = (leaves: readonly Leaf[]): Leaf[] => leaves.map((leaf, seq) => ({ ...leaf, seq }));
const verified = (names: readonly string[], trusted = keys): Promise<string> => outcomeOf(verifyNamed(names, trusted));

test('untouched, everything is proven', async () => {
  for (const names of [[whole], [whole, kept], [exported], [proof], [kept], [kept, kept]])
    expect(await verified(names)).toBe('proven');
  expect(await verified([await signedAnew(await leavesOf(whole)), kept])).toBe('proven');
});

test('a changed record is found: in the log’s folder, in an export, in a proof', async () => {
  const folder = await copyOfLog();
  const records = join(folder, 'records.jsonl');
  await writeFile(records, (await readFile(records, 'utf8')).replace('"bodyBytes":10', '"bodyBytes":11'));
  expect(await verified([folder])).toBe('ledger_refuted_record');
  expect(await verified([await changed(exported, (text) => text.replace('"bodyBytes":10', '"bodyBytes":11'))])).toBe(
    'ledger_refuted_record',
  );
  const inExtra = (text: string) =>
    text.replace(/extra (.*)/, (_, extra: string) => {
      const clear = Buffer.from(extra, 'base64').toString('utf8').replace('"bodyBytes":10', '"bodyBytes":11');
      return `extra ${Buffer.from(clear).toString('base64')}`;
    });
  expect(await verified([await changed(proof, inExtra)])).toBe('ledger_refuted_record');
});

test('a changed leaf is found, whoever computes the tiles and signs anew, by who kept a head', async () => {
  const leaves = await leavesOf(whole);
  const lied = leaves.map((leaf, at) => (at === 7 ? { ...leaf, time: '2026-01-01T00:00:00.000Z' } : leaf));
  const folder = await copyOfLog();
  await rm(join(folder, 'records.jsonl'));
  await writeFile(join(folder, 'tile/entries/000'), encodeBundle(lied.slice(0, 256).map(formatLeaf)));
  expect(await verified([folder])).toBe('ledger_refuted_leaf');
  expect(await verified([await signedAnew(lied), kept])).toBe('ledger_refuted_fork');
  const leafText = JSON.stringify(formatLeaf(leaves[7] as Leaf).toString('utf8'));
  const lie = JSON.stringify(formatLeaf(lied[7] as Leaf).toString('utf8'));
  // Its record is left out, so that only the tree can tell.
  const inExport = (text: string) =>
    text
      .split('\n')
      .map((line) => (line.includes(leafText) ? `{"leaf":${lie}}` : line))
      .join('\n');
  expect(await verified([await changed(exported, inExport)])).toBe('ledger_refuted_root');
});

test('a removed record is found', async () => {
  const without = (await leavesOf(whole)).toSpliced(7, 1);
  const removeLine = (text: string) => text.split('\n').toSpliced(8, 1).join('\n');
  expect(await verified([await changed(exported, removeLine)])).toBe('ledger_refuted_order');
  expect(await verified([await signedAnew(without)])).toBe('ledger_refuted_order');
  expect(await verified([await signedAnew(renumbered(without)), kept])).toBe('ledger_refuted_fork');
});

test('an inserted record is found', async () => {
  const leaves = await leavesOf(whole);
  const invented = { ...(leaves[7] as Leaf), record: tenancy.newId() };
  const insertLine = (text: string) =>
    text
      .split('\n')
      .toSpliced(8, 0, JSON.stringify({ leaf: formatLeaf(invented).toString('utf8') }))
      .join('\n');
  expect(await verified([await changed(exported, insertLine)])).toBe('ledger_refuted_order');
  expect(await verified([await signedAnew(leaves.toSpliced(7, 0, invented))])).toBe('ledger_refuted_order');
  expect(await verified([await signedAnew(renumbered(leaves.toSpliced(7, 0, invented))), kept])).toBe(
    'ledger_refuted_fork',
  );
  expect(await verified([await signedAnew(renumbered([...leaves, leaves[7] as Leaf]))])).toBe('ledger_refuted_twice');
});

test('records in another order are found', async () => {
  const leaves = await leavesOf(whole);
  const swapped = leaves.with(7, leaves[8] as Leaf).with(8, leaves[7] as Leaf);
  const swapLines = (text: string) => {
    const lines = text.split('\n');
    return lines
      .with(8, lines[9] ?? '')
      .with(9, lines[8] ?? '')
      .join('\n');
  };
  expect(await verified([await changed(exported, swapLines)])).toBe('ledger_refuted_order');
  expect(await verified([await signedAnew(swapped)])).toBe('ledger_refuted_order');
  expect(await verified([await signedAnew(renumbered(swapped)), kept])).toBe('ledger_refuted_fork');
});

test('a missing end is found: files cut off, and a log signed anew as if it had never been longer', async () => {
  const folder = await copyOfLog();
  await rm(join(folder, lastBundle));
  expect(await verified([folder])).toBe('ledger_refuted_file_missing');
  expect(await verified([await changed(exported, (text) => text.split('\n').slice(0, -3).join('\n'))])).toBe(
    'ledger_refuted_truncated',
  );
  expect(await verified([await signedAnew((await leavesOf(whole)).slice(0, 280)), kept])).toBe(
    'ledger_refuted_truncated',
  );
  const older = await copyOfLog();
  await cp(kept, join(older, 'checkpoint'));
  const [earliest = ''] = await readdir(join(older, 'checkpoints'));
  await cp(join(whole, 'checkpoint'), join(older, 'checkpoints', earliest));
  expect(await verified([older])).toBe('ledger_refuted_truncated');
});

test('a fork is found between two heads, of the same size or another', async () => {
  const lied = (await leavesOf(whole)).map((leaf, at) =>
    at === 7 ? { ...leaf, time: '2026-01-01T00:00:00.000Z' } : leaf,
  );
  const forked = await signedAnew(lied);
  expect(await verified([join(whole, 'checkpoint'), join(forked, 'checkpoint')])).toBe('ledger_refuted_fork');
  const consistency = join(await newFolder(), 'consistency');
  const [honest, newHead] = [
    await proveConsistency(database.store, tenantId, 291),
    await readFile(join(forked, 'checkpoint'), 'utf8'),
  ];
  await writeFile(consistency, honest);
  expect(await verified([kept, consistency])).toBe('proven');
  expect(await verified([consistency, kept])).toBe('proven');
  await writeFile(consistency, `${honest.slice(0, honest.indexOf('\n\n') + 2)}${newHead}`);
  expect(await verified([kept, consistency])).toBe('ledger_refuted_consistency');
  expect(await verified([kept, join(whole, 'checkpoint')])).toBe('ledger_consistency_missing');
});

test('a signature that was taken off a head is told: the other one alone would hold', async () => {
  expect(await verifyNamed([kept], keys)).toMatchObject({ missing: 0 });
  const isMlDsa = (line: string) => line.startsWith('— ') && line.length > 500;
  const without = await changed(kept, (text) =>
    text
      .split('\n')
      .filter((line) => !isMlDsa(line))
      .join('\n'),
  );
  expect(await verifyNamed([without], keys)).toMatchObject({ isTrusted: true, missing: 1 });
});

test('files that do not go together, or say nothing alone, are not called forged', async () => {
  const consistency = join(await newFolder(), 'consistency');
  await writeFile(consistency, await proveConsistency(database.store, tenantId, 291));
  for (const names of [
    [proof, proof],
    [kept, proof],
    [proof, kept],
    [exported, kept],
    [whole, proof],
    [whole, whole],
  ])
    expect(await verified(names)).toBe('ledger_files_apart');
  expect(await verified([whole, consistency])).toBe('ledger_files_apart');
  expect(await verified([consistency])).toBe('ledger_head_missing');
  expect(await verified([kept, whole])).toBe('proven');
});

test('a head signed with another key under the log’s name is refused, and no key leads to no verdict', async () => {
  const other = openSigner(origin, 'ed25519', generateSigningKey('ed25519'));
  for (const names of [[whole], [exported], [proof], [kept], [whole, kept]])
    expect(await verified(names, other.vkey)).toBe('ledger_signature_unknown');
  expect(await verified([whole], '')).toBe('untrusted');
  expect(await verified([exported], '')).toBe('untrusted');
  expect(await verified([proof], '')).toBe('ledger_keys_missing');
  const folder = await copyOfLog();
  await writeFile(
    join(folder, 'checkpoint'),
    signNote(formatCheckpoint({ origin, size: 301, root: Buffer.alloc(32) }), [other], new Date()),
  );
  expect(await verified([folder])).toBe('ledger_signature_unknown');
});

test('a record of another tenant is found, in a leaf or behind it', async () => {
  const leaves = await leavesOf(whole);
  const foreign = leaves.map((leaf, at) => (at === 7 ? { ...leaf, tenant: tenancy.newId() } : leaf));
  expect(await verified([await signedAnew(foreign)])).toBe('ledger_refuted_tenant');

  const theirs = await makeTenant(database.store);
  await appendSome(tenancy, theirs, 1);
  const [text = ''] = await Array.fromAsync(exportRecords(tenancy, theirs, {}));
  // As if the leaf had been made for it: the commitment fits, the tenant does not.
  const { opening, commitment } = openingFor(text);
  const mixed = leaves.map((leaf, at) => (at === 7 ? { ...leaf, record: JSON.parse(text).id, commitment } : leaf));
  const folder = await signedAnew(mixed);
  await writeFile(join(folder, 'records.jsonl'), canonicalJson({ seq: 7, opening, record: JSON.parse(text) }));
  expect(await verified([folder])).toBe('ledger_refuted_record_foreign');
});

function openingFor(text: string) {
  const opening = Buffer.alloc(32, 3);
  return { opening: opening.toString('base64url'), commitment: commitmentOf(opening, text) };
}

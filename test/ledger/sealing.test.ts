import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalJson, timeOrderedId } from '../../src/base/index.ts';
import {
  exportRecords,
  exportVerifiable,
  type ExchangeFinished,
  type LedgerRecord,
  openLedger,
  RecordKeys,
  sealRecordsInClear,
} from '../../src/ledger/index.ts';
import { openRecord, sealRecord, subjectKeyOf } from '../../src/ledger/keys/seal-record.ts';
import { commitmentOf, parseLeaf } from '../../src/ledger/tree/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { appendSome, keysOf, newFolder, testSequencer, verifyNamed } from '../support/log.ts';
import { declaredRecord } from '../support/records.ts';
import { makeTenant } from '../support/tenant.ts';

let database: TestDatabase;
let tenancy: Tenancy;
let tenantId: string;

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
  tenantId = await makeTenant(database.store);
});
afterAll(async () => {
  await database.drop();
});

test('a sealed record opens with its person’s key alone, under its own name, and shows what its leaf committed to', () => {
  const name = { tenantId, id: timeOrderedId() };
  const subject = subjectKeyOf('k', randomBytes(32));
  const text = `{"a":"é ${'x'.repeat(5_000)}"}`;
  const sealed = sealRecord(subject, name, text);
  const opened = openRecord(subject, name, sealed);
  expect(opened.text).toBe(text);
  expect(commitmentOf(opened.opening, text)).toBe(sealed.commitment.toString('base64url'));
  const other = { ...name, id: timeOrderedId() };
  expect(() => openRecord(subjectKeyOf('k', randomBytes(32)), name, sealed)).toThrow('ledger_unseal_failed');
  expect(() => openRecord(subject, other, sealed)).toThrow('ledger_unseal_failed');
  for (const part of ['payload', 'wrappedKey'] as const) {
    for (const at of [0, 13, 30, sealed[part].length - 1]) {
      const changed = Buffer.from(sealed[part]);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => openRecord(subject, name, { ...sealed, [part]: changed })).toThrow('ledger_unseal_failed');
    }
  }
});

test('the same text of the same person is sealed, committed to and referred to otherwise each time', () => {
  const subject = subjectKeyOf('k', randomBytes(32));
  const seals = [0, 1].map(() => sealRecord(subject, { tenantId, id: timeOrderedId() }, 'same'));
  for (const part of ['payload', 'wrappedKey', 'commitment', 'subject'] as const)
    expect(seals[0]?.[part].equals(seals[1]?.[part] ?? Buffer.alloc(0))).toBe(false);
});

test('a key that was destroyed opens nothing any more: its records are not read, the others are', async () => {
  const tenant = await makeTenant(database.store);
  const [record] = await appendSome(tenancy, tenant, 3);
  await database.asSuper('update ledger_subject_key set wrapped = null where subject_id = $1', [
    record?.sender.personId,
  ]);
  const fresh = { ...tenancy, recordKeys: testTenancyOf(tenancy) };
  const texts = await Array.fromAsync(exportRecords(fresh, tenant, {}));
  expect(texts.length).toBe(2);
  expect(texts.join('')).not.toContain(record?.id);
  // A new record of theirs is under a new key.
  const again = declaredRecord({ tenantId: tenant });
  const ledger = openLedger({ ...fresh, gatewayId: timeOrderedId(), waitMs: 5_000 });
  await ledger.append(again, { subjectId: record?.sender.personId ?? '' });
  await ledger.close();
  expect((await Array.fromAsync(exportRecords(fresh, tenant, {}))).length).toBe(3);
});

// As another process would see it: with the same master key, and nothing in memory.
function testTenancyOf({ store, vault, now, newId }: Tenancy) {
  return new RecordKeys({ store, sealer: vault, now, newId });
}

test('two processes that meet a person at once agree on one key', async () => {
  const subjectId = timeOrderedId();
  const keys = await Promise.all(
    Array.from({ length: 6 }, () => testTenancyOf(tenancy).ofSubject(tenantId, subjectId, 5_000)),
  );
  expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
});

test('a key that came into being in a transaction that was rolled back is not used afterwards', async () => {
  const subjectId = timeOrderedId();
  const attempt = database.store.inTenant(tenantId, async (db) => {
    await tenancy.recordKeys.ofSubjectWithin(db, tenantId, subjectId);
    throw new Error('rolled back');
  });
  await expect(attempt).rejects.toThrow('rolled back');
  const { id } = await tenancy.recordKeys.ofSubject(tenantId, subjectId, 5_000);
  expect(await database.asSuper('select id from ledger_subject_key where subject_id = $1', [subjectId])).toEqual([
    { id },
  ]);
});

test('nothing personal stands in leaves, tiles or heads, nor in the clear beside the sealed records', async () => {
  const tenant = await makeTenant(database.store);
  const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  const traces = [
    '/home/ada.lovelace/secret-plan.ts',
    'ada.lovelace@example.com',
    '192.0.2.77',
    'curl -u ada:pw',
    'ada-laptop',
  ];
  const [path = '', , , command = '', deviceId = ''] = traces;
  const record = {
    ...declaredRecord({
      tenantId: tenant,
      parts: [{ kind: 'file', bytes: 1, fingerprint: 'f-print', sent: 'first', path, command }],
    }),
    client: { userAgent: traces.join(' '), deviceId },
  };
  await ledger.append(record);
  await ledger.close();
  await testSequencer(tenancy, { periodMs: 0 }).round();
  const ids = Object.values(record.sender);
  const inLog = [...traces, ...ids, record.exchangeId, record.gatewayId, 'f-print'];
  for (const table of ['ledger_tile', 'ledger_log', 'ledger_checkpoint', 'ledger_position']) {
    const rows = await database.asSuper(`select * from ${table} where tenant_id = $1`, [tenant]);
    expect(rows.length).toBeGreaterThan(0);
    const values = rows.flatMap((row) => Object.values(row));
    const all = values.map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value))).join('\n');
    for (const trace of inLog) expect([table, trace, all.includes(trace)]).toEqual([table, trace, false]);
  }
  const rows = await database.asSuper(`select t::text from ledger_record t where tenant_id = $1`, [tenant]);
  for (const trace of traces) expect(JSON.stringify(rows)).not.toContain(Buffer.from(trace).toString('hex'));
  for (const trace of traces) expect(JSON.stringify(rows)).not.toContain(trace);
});

test('what was found, decided and proven of an exchange is sealed with it, and comes out as it was', async () => {
  const tenant = await makeTenant(database.store);
  const policy = { version: `sha256:${'a'.repeat(64)}`, catalogueVersion: '2026.11', retentionClass: 'short' };
  const { recordedAt, ...named } = declaredRecord({ tenantId: tenant });
  const span = [4, 44] as const;
  const found = { detector: 'github', kind: 'github_token', class: 'secret', span, fingerprint: 'f-value' } as const;
  const finding = { ...found, handling: 'redacted' } as const;
  const records: readonly LedgerRecord[] = [
    {
      kind: 'policy_in_force',
      id: timeOrderedId(),
      tenantId: tenant,
      recordedAt,
      policyVersion: policy.version,
      catalogueVersion: policy.catalogueVersion,
      source: 'folder',
      files: [{ name: 'octroi.yaml', digest: 'b'.repeat(64) }],
    },
    {
      ...named,
      recordedAt,
      verdict: 'redact',
      reasons: ['secret'],
      inspection: { ruleset: 'r1', unscannedBytes: 7 },
      policy,
      parts: [{ kind: 'prompt', bytes: 60, fingerprint: 'f-part', sent: 'first', findings: [finding] }],
    },
    {
      kind: 'exchange_finished',
      id: timeOrderedId(),
      tenantId: tenant,
      recordedAt,
      exchangeId: named.exchangeId,
      declaredBy: named.id,
      outcome: 'answered',
      answerBytes: 1,
      plan: { vendor: 'anthropic', plan: 'api', proof: 'proven', evidence: ['organization_matches'] },
      restoredValues: 1,
      durationMs: 1,
    },
  ];
  const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  for (const record of records) await ledger.append(record);
  await ledger.close();
  await testSequencer(tenancy).round();
  const texts = await Array.fromAsync(exportRecords(tenancy, tenant, {}));
  expect(new Set(texts)).toEqual(new Set(records.map((record) => canonicalJson(record))));

  const lines = await Array.fromAsync(exportVerifiable(tenancy, tenant, {}));
  const leaves = lines.slice(2).map((line) => parseLeaf(Buffer.from(JSON.parse(line).leaf)));
  expect(leaves).toMatchObject([
    { kind: 'policy_in_force', class: 'accountability', policyVersion: policy.version },
    { kind: 'exchange_declared', class: 'declaration', policyVersion: policy.version },
    { kind: 'exchange_finished', class: 'declaration', policyVersion: null },
  ]);
  expect(JSON.stringify(leaves)).not.toContain('f-value');
  const file = join(await newFolder(), 'ledger.jsonl');
  await writeFile(file, lines.join('\n'));
  expect(await verifyNamed([file], await keysOf(tenancy, tenant))).toMatchObject({ records: 3, isTrusted: true });
});

test('what was recorded in clear before is sealed, logged and no longer there in clear', async () => {
  const tenant = await makeTenant(database.store);
  const began = declaredRecord({ tenantId: tenant });
  const ended: ExchangeFinished = {
    kind: 'exchange_finished',
    id: timeOrderedId(),
    tenantId: tenant,
    recordedAt: new Date(Date.now() + 1_000).toISOString(),
    exchangeId: began.exchangeId,
    declaredBy: began.id,
    outcome: 'answered',
    answerBytes: 1,
    durationMs: 1,
  };
  const before: readonly LedgerRecord[] = [began, ended];
  for (const record of before) {
    await database.asSuper(
      `insert into ledger_record_in_clear (tenant_id, id, kind, recorded_at, exchange_id, person_id, body) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        tenant,
        record.id,
        record.kind,
        record.recordedAt,
        began.exchangeId,
        record === began ? began.sender.personId : null,
        canonicalJson(record),
      ],
    );
  }
  const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  expect(await sealRecordsInClear(database.store, ledger)).toBe(2);
  expect(await sealRecordsInClear(database.store, ledger)).toBe(0);
  await ledger.close();
  await testSequencer(tenancy).round();
  expect(await Array.fromAsync(exportRecords(tenancy, tenant, {}))).toEqual(
    before.map((record) => canonicalJson(record)),
  );
  expect(await database.asSuper('select from ledger_record_in_clear where tenant_id = $1', [tenant])).toEqual([]);
  // Both are the same person's, though the second does not name them.
  const [keys] = await database.asSuper(
    'select count(distinct subject_key_id)::int as keys from ledger_record where tenant_id = $1',
    [tenant],
  );
  expect(keys).toEqual({ keys: 1 });
});

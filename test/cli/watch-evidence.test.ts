import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { type EvidenceEvent, type EvidenceWatching, look } from '../../src/cli/evidence/watch-evidence.ts';
import { exportRecords } from '../../src/ledger/index.ts';
import { loadPolicy } from '../../src/policy/index.ts';
import { ensureTenant, type Tenancy, type Tenant } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { appendSome, keysOf, newFolder, outcomeOf, testSequencer, verifyNamed } from '../support/log.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let database: TestDatabase;
let tenancy: Tenancy;
let tenant: Tenant;
let folder: string;
const events: EvidenceEvent[] = [];
const inForce = { rules: { policy: loadPolicy([]), catalogue: openCatalogue(shippedData) } };

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
  tenant = await ensureTenant(tenancy, 'scheduled');
  await appendSome(tenancy, tenant.id, 2);
  await testSequencer(tenancy).round();
  folder = await newFolder();
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

function watching(packFolder: string): EvidenceWatching {
  const settings = {
    language: 'en',
    fleet: { staleAfterHours: 72 },
    egress: { mode: 'off', gatewaySources: [], inspected: [] },
    retention: { backupDays: 0 },
    siem: { paths: 'masked' },
    evidence: { packFolder, packLanguage: 'fr' },
  };
  const installation = {
    tenancy,
    tenant,
    store: tenancy.store,
    settings,
  } as unknown as EvidenceWatching['installation'];
  return {
    installation,
    inForce: inForce as unknown as EvidenceWatching['inForce'],
    tell: (event) => void events.push(event),
  };
}

async function recorded(kind: 'controls_assessed' | 'evidence_pack_made') {
  const found: Record<string, unknown>[] = [];
  for await (const text of exportRecords(tenancy, tenant.id, { kinds: [kind] })) found.push(JSON.parse(text));
  return found;
}

test('without a folder controls are assessed and no pack is made', async () => {
  await look(watching(''));
  expect(await recorded('controls_assessed')).toHaveLength(1);
  expect(await recorded('evidence_pack_made')).toEqual([]);
});

test('the pack of the month that has ended is made once, verifies, and is on record as scheduled', async () => {
  const packs = join(folder, 'packs');
  await look(watching(packs));
  await look(watching(packs));
  const [file, ...more] = await readdir(packs);
  expect([file, more]).toEqual([expect.stringMatching(/^octroi-\d{4}-\d\d-01-\d{4}-\d\d-\d\d\.zip$/), []]);
  expect(await outcomeOf(verifyNamed([join(packs, file ?? '')], await keysOf(tenancy, tenant.id)))).toBe('proven');
  expect(await recorded('evidence_pack_made')).toMatchObject([{ actor: 'schedule', language: 'fr' }]);
  expect(events).toMatchObject([{ kind: 'pack_made' }]);
});

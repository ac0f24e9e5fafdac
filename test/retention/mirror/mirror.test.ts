import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { timeOrderedId } from '../../../src/base/index.ts';
import { openCatalogue, shippedData } from '../../../src/catalogue/index.ts';
import { contractTerms } from '../../../src/cli/mirror/contract-terms.ts';
import {
  type ExchangeDeclared,
  type ExchangeFinished,
  exportRecords,
  type Ledger,
  openLedger,
  Sequencer,
} from '../../../src/ledger/index.ts';
import { loadPolicy } from '../../../src/policy/index.ts';
import { cliText } from '../../../src/messages/index.ts';
import { testRetention } from '../../support/retention.ts';
import {
  buildMirror,
  copyClasses,
  deleteConversation,
  type Mirror,
  unknownReasons,
  untoldKinds,
} from '../../../src/retention/index.ts';
import { erase } from '../../../src/retention/erase.ts';
import type { Tenancy } from '../../../src/tenancy/index.ts';
import { testTenancy } from '../../support/books.ts';
import { mirroredIn } from '../../../src/retention/mirror/read-exchanges.ts';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { declaredRecord } from '../../support/records.ts';
import { makeTenant } from '../../support/tenant.ts';

let database: TestDatabase;
let ledger: Ledger;
let tenancy: Tenancy;
let tenantId: string;

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
  ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  tenantId = await makeTenant(database.store);
  await fill();
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
});

const contractId = timeOrderedId();
const catalogue = openCatalogue(shippedData);
const policy = loadPolicy([]);
const contracts = [
  {
    id: contractId,
    name: 'main',
    vendor: 'anthropic',
    plan: 'api',
    upstreamUrl: '',
    organizationId: null,
    stoppedAt: null,
    stoppedReason: null,
    createdAt: '',
  },
];

function began(recordedAt: string, more: Partial<ExchangeDeclared> = {}): ExchangeDeclared {
  const record = declaredRecord({ tenantId });
  const labels = [
    { label: 'internal', parts: 2, bytes: 90, firstBytes: 30 },
    { label: 'confidential', parts: 1, bytes: 10, firstBytes: 10 },
  ];
  return { ...record, recordedAt, sender: { ...record.sender, contractId }, labels, ...more };
}

function ended(declared: ExchangeDeclared, more: Partial<ExchangeFinished> = {}): ExchangeFinished {
  return {
    kind: 'exchange_finished',
    id: timeOrderedId(),
    tenantId,
    recordedAt: declared.recordedAt,
    exchangeId: declared.exchangeId,
    declaredBy: declared.id,
    outcome: 'answered',
    answerBytes: 7,
    durationMs: 1,
    ...more,
  };
}

async function fill(): Promise<void> {
  const exchanges: readonly (readonly [ExchangeDeclared, Partial<ExchangeFinished>?])[] = [
    [began('2026-10-01T08:00:00.000Z'), {}],
    [began('2026-11-01T08:00:00.000Z'), {}],
    [began('2026-11-01T18:00:00.000Z'), { stopReason: 'refusal' }],
    [began('2026-11-02T08:00:00.000Z'), { outcome: 'upstream_unreachable', answerBytes: 0 }],
    [began('2026-11-03T08:00:00.000Z', { verdict: 'block' }), { outcome: 'not_sent', answerBytes: 0 }],
    [began('2026-11-04T08:00:00.000Z')],
  ];
  for (const [declared, more] of exchanges) {
    await ledger.append(declared);
    if (more) await ledger.append(ended(declared, more), { subjectId: declared.sender.personId });
  }
}

function mirrorOn(on: string, more: Partial<Parameters<typeof buildMirror>[0]> = {}): Promise<Mirror> {
  const contract = contractTerms({ contracts, policy, catalogue });
  return buildMirror({ books: tenancy, tenantId, contract, files: [], localTraceDays: 30, ...more }, on);
}

const shown = ({ entries }: Mirror) =>
  entries
    .filter(({ class: of }) => of !== 'local_transcript')
    .map(({ class: of, due, count, labels, answerBytes, isPossible }) => [
      isPossible ? `?${of}` : of,
      due.kind === 'on' ? due.on : due.kind,
      count,
      Object.fromEntries(labels.map(({ label, bytes }) => [label, bytes])),
      answerBytes,
    ]);

test('holds what is not due yet, by day, class and label', async () => {
  const volume = { internal: 90, confidential: 10 };
  expect(shown(await mirrorOn('2026-11-26'))).toEqual([
    ['messages', '2026-12-01', 2, { internal: 180, confidential: 20 }, 14],
    ['?messages', '2026-12-04', 1, volume, 0],
    ['?flagged_content', '2028-10-31', 1, volume, 7],
    ['?flagged_scores', '2033-10-30', 1, volume, 7],
  ]);
});

test('a day later than a due day no longer holds it, and an earlier day does not know what came after', async () => {
  expect(shown(await mirrorOn('2026-12-01')).map(([of]) => of)).toContain('messages');
  expect(shown(await mirrorOn('2026-12-02')).map(([of]) => of)).not.toContain('messages');
  expect(shown(await mirrorOn('2026-10-15'))).toEqual([
    ['messages', '2026-10-31', 1, { internal: 90, confidential: 10 }, 7],
  ]);
});

test('what nobody lets us know is told, with the facts that would count', async () => {
  const { untold } = await mirrorOn('2026-11-26');
  expect(untold.map(({ kind, facts }) => [kind, facts.map(({ id }) => id)])).toEqual([
    ['flagging', ['anth-flagged-2y', 'anth-flagged-7y']],
    ['harmful_use', ['anth-dpa-harm']],
    ['not_seen', expect.arrayContaining(['anth-feedback-5y', 'anth-survey'])],
    ['history_file', []],
    ['ledger_begins', []],
  ]);
  expect(untold.at(-1)).toMatchObject({ since: '2026-10-01' });
});

test('an exchange of a contract that is gone is held for nobody knows how long', async () => {
  const { entries } = await mirrorOn('2026-10-15', { contract: () => undefined });
  expect(entries[1]).toMatchObject({ class: 'messages', due: { kind: 'unknown', why: 'contract_unknown' }, count: 1 });
});

test('local transcripts stand by the period that the last sweep reported, and possibly by the one asked for', async () => {
  const other = await makeTenant(database.store);
  const [one, two, three] = Array.from({ length: 3 }, () => began('2026-11-01T08:00:00.000Z', { tenantId: other }));
  if (!one || !two || !three) throw new Error('three');
  for (const record of [one, two, three]) await ledger.append(record);
  const sweep = (of: ExchangeDeclared, more: object) => ({
    kind: 'retention_sweep' as const,
    id: timeOrderedId(),
    tenantId: other,
    recordedAt: '2026-11-02T08:00:00.000Z',
    sender: of.sender,
    client: {},
    result: 'completed',
    ...more,
  });
  await ledger.append(sweep(one, { periodDays: 7 }));
  await ledger.append(sweep(two, { result: 'skipped', skipReason: 'diskless' }));
  const { entries } = await mirrorOn('2026-11-02', { tenantId: other });
  const local = entries.filter(({ class: of }) => of === 'local_transcript');
  expect(local.map(({ isPossible, due, labels }) => [isPossible, due, labels[0]])).toEqual([
    [false, { kind: 'on', on: '2026-11-08' }, { label: 'internal', bytes: 30 }],
    [true, { kind: 'on', on: '2026-12-01' }, { label: 'internal', bytes: 30 }],
    [false, { kind: 'unknown', why: 'sweep_skipped' }, { label: 'internal', bytes: 30 }],
  ]);
});

test.each(['en', 'fr'] as const)('every class, reason and gap has its words in %s', (language) => {
  const keys = [
    ...copyClasses.map((of) => `mirror.class.${of}`),
    ...unknownReasons.map((why) => `mirror.why.${why}`),
    ...untoldKinds.map((kind) => `mirror.untold.${kind}`),
  ];
  expect(keys.filter((key) => cliText(language, key, {}) === key)).toEqual([]);
});

test('a conversation that is deleted here is still at the vendor, and is counted; it is named nowhere', async () => {
  const tenant = await makeTenant(database.store);
  const session = 'a-conversation-to-delete';
  const declared = { ...began('2026-11-01T08:00:00.000Z', { client: { sessionId: session } }), tenantId: tenant };
  await ledger.append(declared);
  await ledger.append({ ...ended(declared), tenantId: tenant }, { subjectId: declared.sender.personId });
  const before = await mirrorOn('2026-11-10', { tenantId: tenant });
  expect(before.entries.length).toBeGreaterThan(0);
  const retention = testRetention(tenancy);
  await deleteConversation(retention, { tenantId: tenant, session, reason: 'asked for', by: 'DPO' });
  expect(await Array.fromAsync(exportRecords(tenancy, tenant, { kinds: ['exchange_declared'] }))).toEqual([]);
  const after = await mirrorOn('2026-11-10', { tenantId: tenant });
  expect(after).toEqual(before);
  expect(JSON.stringify(after)).not.toMatch(
    new RegExp(`${session}|${declared.sender.personId}|${declared.exchangeId}`),
  );
});

test('an end that is read before its beginning, since both are of one millisecond, closes it all the same', async () => {
  const declared = began('2026-11-01T08:00:00.000Z');
  const records = [ended(declared), declared].map((record) => JSON.stringify(record));
  const read = await Array.fromAsync(mirroredIn(stream(records)));
  expect(read).toMatchObject([{ kind: 'exchange', exchange: { outcome: 'answered', answerBytes: 7 } }]);
});

async function* stream(records: readonly string[]): AsyncGenerator<string> {
  yield* records;
}

describe('what is erased here', () => {
  const personId = timeOrderedId();
  const volume = { internal: 90, confidential: 10 };
  const order = { ground: 'person_erased', reason: 'asked for', by: 'DPO' } as const;
  let tenant: string;

  beforeAll(async () => {
    tenant = await makeTenant(database.store);
    const days = ['2026-11-01T08:00:00.000Z', '2026-11-01T09:00:00.000Z', '2026-11-02T08:00:00.000Z'];
    for (const [index, day] of days.entries()) {
      const declared = { ...began(day, { client: { sessionId: `session ${index}` } }), tenantId: tenant };
      await ledger.append({ ...declared, sender: { ...declared.sender, personId } });
      const end = { ...ended(declared, index === 2 ? { stopReason: 'refusal' } : {}), tenantId: tenant };
      await ledger.append(end, { subjectId: personId });
    }
    const sequencer = new Sequencer({
      ...tenancy,
      sealer: tenancy.vault,
      logName: 'test',
      periodMs: 1e6,
      tell: () => {},
    });
    await sequencer.round();
  });

  test('stays counted in what the vendor holds, one erasure after the other, and by nobody’s name', async () => {
    const expected = [
      ['messages', '2026-12-01', 2, { internal: 180, confidential: 20 }, 14],
      ['messages', '2026-12-02', 1, volume, 7],
      ['?flagged_content', '2028-11-01', 1, volume, 7],
      ['?flagged_scores', '2033-10-31', 1, volume, 7],
    ];
    expect(shown(await mirrorOn('2026-11-10', { tenantId: tenant }))).toEqual(expected);
    const retention = testRetention(tenancy);
    const conversation = { kind: 'conversation', session: 'session 0' } as const;
    await erase(retention, { ...order, ground: 'conversation_deleted', tenantId: tenant, selection: conversation });
    expect(shown(await mirrorOn('2026-11-10', { tenantId: tenant }))).toEqual(expected);
    await erase(retention, { ...order, tenantId: tenant, selection: { kind: 'person', personId } });
    expect(await Array.fromAsync(exportRecords(tenancy, tenant, { kinds: ['exchange_declared'] }))).toEqual([]);
    expect(shown(await mirrorOn('2026-11-10', { tenantId: tenant }))).toEqual(expected);
    expect(shown(await mirrorOn('2026-11-01', { tenantId: tenant }))).toEqual(expected.slice(0, 1));
    const sums = await database.asSuper('select * from vendor_sum where tenant_id = $1', [tenant]);
    expect(sums.map(({ exchanges }) => exchanges).toSorted()).toEqual([1, 2]);
    expect(JSON.stringify(sums)).not.toMatch(new RegExp(`${personId}|session`));
  });

  test('the ledger’s first day, and that its local copy may still stand, are not forgotten', async () => {
    const { untold, entries } = await mirrorOn('2026-11-10', { tenantId: tenant });
    expect(untold.at(-1)).toMatchObject({ kind: 'ledger_begins', since: '2026-11-01' });
    const local = entries.filter(({ class: of }) => of === 'local_transcript');
    expect(local.map(({ isPossible, labels }) => [isPossible, labels[0]])).toEqual([
      [true, { label: 'internal', bytes: 60 }],
      [true, { label: 'internal', bytes: 30 }],
    ]);
  });
});

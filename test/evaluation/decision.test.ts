import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalJson, type Json, timeOrderedId } from '../../src/base/index.ts';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { decide, readStandings, runEvaluation, type Verdict } from '../../src/evaluation/index.ts';
import { appendWithin, type ExchangeDeclared, latestRecords, type ZdrDecided } from '../../src/ledger/index.ts';
import { addContract, type Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { comparison, recordComparison, staleFact } from '../support/comparisons.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { evaluationFile } from '../support/evaluation-file.ts';
import { declaredRecord } from '../support/records.ts';
import { makeTenant } from '../support/tenant.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const now = new Date('2026-11-27T12:30:00Z');
const before = (ms: number): Date => new Date(now.getTime() - ms);
const catalogue = openCatalogue(shippedData);

let database: TestDatabase;
let books: Tenancy;

beforeAll(async () => {
  database = await createDatabase();
  books = testTenancy(database.store);
});
afterAll(async () => {
  await database.drop();
});

type Sent = {
  readonly at: Date;
  readonly labels?: readonly string[];
  readonly model?: string;
  readonly verdict?: 'allow' | 'block';
};

/** A tenant with a contract of the API, and what was sent under it. */
async function tenantWith(...sent: readonly Sent[]) {
  const tenantId = await makeTenant(database.store);
  const contractId = await addContract(books, {
    tenantId,
    name: 'anthropic',
    plan: 'api',
    upstreamUrl: 'https://api.anthropic.com',
    organizationId: undefined,
    credential: ['sk', 'ant', 'api03', 'x'.repeat(90)].join('-'),
    actor: 'command_line',
  });
  const send = async (exchanges: readonly Sent[]): Promise<void> =>
    database.store.inTenant(tenantId, async (db) => {
      for (const one of exchanges) await appendWithin(db, books.recordKeys, declaredOf(one, { tenantId, contractId }));
    });
  await send(sent);
  return { tenantId, contractId, send };
}

function declaredOf(
  { at, labels = ['confidential'], model = 'claude-opus-5', verdict = 'allow' }: Sent,
  { tenantId, contractId }: { readonly tenantId: string; readonly contractId: string },
): ExchangeDeclared {
  const declared = declaredRecord({ tenantId });
  return {
    ...declared,
    recordedAt: at.toISOString(),
    sender: { ...declared.sender, contractId },
    request: { ...declared.request, model },
    verdict,
    labels: labels.map((label) => ({ label, parts: 1, bytes: 10, firstBytes: 5 })),
  };
}

const times = (count: number, sent: Sent): readonly Sent[] => Array.from({ length: count }, () => sent);
const question = (tenantId: string, at = now) => ({ books, tenantId, now: at, catalogue, labels: undefined });
const verdict: Verdict = {
  choice: { confidential: 'zdr_redaction' },
  residualRisk: 'A breach at the vendor while a request is answered.',
  dpoOpinion: 'with_reservations',
  dpoReasons: 'As long as excluded models stay off.',
  decider: 'G. Hopper, CISO',
  expiresOn: '2027-11-26',
};

async function decided(tenantId: string, changes: Partial<Verdict> = {}, text = evaluationFile()) {
  const newId = timeOrderedId;
  const made = await decide({
    ...question(tenantId),
    text,
    verdict: { ...verdict, ...changes },
    newId,
    actor: 'console',
  });
  if (made.kind === 'faults') throw new Error(JSON.stringify(made.faults));
  return made.decision;
}

test('volumes are counted by label, without what was stopped, each hour once and over the days the ledger has', async () => {
  const ten = before(10 * dayMs);
  const { tenantId, send } = await tenantWith(
    ...times(20, { at: ten }),
    ...times(5, { at: ten, labels: ['confidential', 'internal'], model: 'claude-fable-5' }),
    ...times(7, { at: ten, verdict: 'block' }),
    { at: before(60_000) },
  );
  const run = async (at = now) => {
    const made = await runEvaluation({ ...question(tenantId, at), text: evaluationFile() });
    if (made.kind === 'faults') throw new Error(JSON.stringify(made.faults));
    return made.evaluated.volumes;
  };
  const { days, all, labels, models } = await run();
  expect(days).toBeCloseTo(10, 0);
  expect(all.exchanges).toBe(26);
  expect(labels['confidential']).toMatchObject({ exchanges: 26, outsideZdr: 5 / 26 });
  expect(labels['confidential']?.exchangesPerYear).toBeCloseTo((26 * 365) / days, 0);
  expect(labels['internal']?.exchanges).toBe(5);
  expect(models).toEqual([
    { name: 'claude-fable-5', exchanges: 5, isOutsideZdr: true },
    { name: 'claude-opus-5', exchanges: 21, isOutsideZdr: false },
  ]);
  const stored = await database.asSuper(
    'select sum(exchanges)::int as sum from evaluation_volume where tenant_id = $1',
    [tenantId],
  );
  // 25 exchanges, counted under each label and once as a whole; what the running hour holds is not stored yet.
  expect(stored).toEqual([{ sum: 25 + 25 + 5 }]);
  await send(times(3, { at: before(30_000) }));
  expect((await run()).all.exchanges).toBe(29);
  const [first, second] = await Promise.all([
    run(new Date(now.getTime() + 2 * hourMs)),
    run(new Date(now.getTime() + 2 * hourMs)),
  ]);
  expect([first.all.exchanges, second.all.exchanges]).toEqual([29, 29]);
  const other = await tenantWith({ at: ten });
  expect((await runEvaluation({ ...question(other.tenantId), text: evaluationFile() })).kind).toBe('evaluated');
});

test('what leaves under another plan is not counted', async () => {
  const { tenantId } = await tenantWith(...times(3, { at: before(dayMs) }));
  const text = evaluationFile({ plan: 'anthropic/enterprise' });
  const made = await runEvaluation({ ...question(tenantId), text });
  expect(made).toMatchObject({
    kind: 'faults',
    faults: [{ code: 'volume_unmeasured' }, { code: 'volume_unmeasured' }],
  });
  const unknown = await runEvaluation({ ...question(tenantId), text: evaluationFile({ plan: 'anthropic/none' }) });
  expect(unknown).toMatchObject({ kind: 'faults', faults: [{ line: 2, code: 'plan_unknown' }] });
});

test('a decision is a record with its inputs, figures and premises, and holds while nothing changes', async () => {
  const { tenantId } = await tenantWith(...times(50, { at: before(10 * dayMs) }));
  expect(await readStandings(question(tenantId))).toEqual([]);
  const decision = await decided(tenantId);
  const [record] = await latestRecords(books, tenantId, { kind: 'zdr_decided', limit: 5 });
  expect(record).toEqual(JSON.parse(canonicalJson(decision as unknown as Json)));
  expect(decision).toMatchObject({
    evaluation: 'zdr-2027',
    plan: 'api',
    choice: { confidential: 'zdr_redaction' },
    dpoOpinion: 'with_reservations',
    catalogueVersion: catalogue.version,
    labelsSeen: ['confidential'],
    figures: { engine: '1', seed: '7', trials: 20_000, chosen: { choice: { confidential: 'zdr_redaction' } } },
  });
  expect(decision.inputsDigest).toMatch(/^[0-9a-f]{64}$/);
  expect(await readStandings(question(tenantId))).toMatchObject([{ state: 'decided', reasons: [] }]);
  const again = await decided(tenantId, { choice: { confidential: 'block' } });
  expect(again.inputsDigest).toBe(decision.inputsDigest);
  expect(await readStandings(question(tenantId))).toMatchObject([{ decision: { id: again.id } }]);
});

async function reasonsOf(tenantId: string, changes: Partial<ReturnType<typeof question>> = {}) {
  const [standing] = await readStandings({ ...question(tenantId), ...changes });
  return standing?.reasons;
}

test('it is open again when its day is over', async () => {
  const { tenantId } = await tenantWith(...times(50, { at: before(10 * dayMs) }));
  await decided(tenantId, { expiresOn: '2026-12-31' });
  expect(await reasonsOf(tenantId, { now: new Date('2026-12-31T23:59:00Z') })).toEqual([]);
  expect(await reasonsOf(tenantId, { now: new Date('2027-01-01T00:00:00Z') })).toEqual([
    { code: 'expired', expiresOn: '2026-12-31' },
  ]);
});

test('it is open again when a volume outgrows it, another label leaves, or a model that ZDR does not cover is used', async () => {
  const { tenantId, send } = await tenantWith(...times(40, { at: before(10 * dayMs) }));
  const { volumes } = await decided(tenantId);
  expect(volumes['confidential']?.reopensAbove).toBe(2 * (volumes['confidential']?.exchangesPerYear ?? 0));
  await send(times(20, { at: before(hourMs / 4) }));
  expect(await reasonsOf(tenantId)).toEqual([]);
  await send(times(25, { at: before(hourMs / 4) }));
  expect(await reasonsOf(tenantId)).toMatchObject([{ code: 'volume_grown', label: 'confidential' }]);
  await send([
    ...times(29, { at: before(hourMs / 4), labels: ['restricted'] }),
    { at: before(hourMs / 4), model: 'claude-mythos-5' },
  ]);
  expect(await reasonsOf(tenantId)).toMatchObject([
    { code: 'volume_grown' },
    { code: 'model_outside', model: 'claude-mythos-5' },
  ]);
  await send(times(1, { at: before(hourMs / 4), labels: ['restricted'] }));
  expect((await reasonsOf(tenantId))?.map(({ code }) => code)).toEqual(['volume_grown', 'label_new', 'model_outside']);
  await decided(tenantId);
  expect(await reasonsOf(tenantId)).toEqual([]);
});

test('it is open again when the catalogue or the vendor’s terms say otherwise, and not for a source that was read anew', async () => {
  const { tenantId } = await tenantWith(...times(50, { at: before(10 * dayMs) }));
  await decided(tenantId);
  const other = (change: (fact: Record<string, unknown>) => void) => {
    const data = structuredClone(shippedData) as { vendors: { id: string; facts: Record<string, unknown>[] }[] };
    for (const fact of data.vendors.find(({ id }) => id === 'anthropic')?.facts ?? []) change(fact);
    return openCatalogue(data);
  };
  const changed = other((fact) => {
    if (fact['id'] === 'anth-api-30') fact['days'] = 60;
    if (fact['id'] === 'anth-zdr-features') fact['validTo'] = '2026-11-26';
    if (fact['id'] === 'anth-com-indem') fact['value'] = 'none';
  });
  expect(await reasonsOf(tenantId, { catalogue: changed })).toEqual([
    { code: 'fact_changed', fact: 'anth-api-30' },
    { code: 'fact_gone', fact: 'anth-zdr-features' },
  ]);
  const reread = other((fact) => (fact['reviewBy'] = '2028-01-01'));
  expect(await reasonsOf(tenantId, { catalogue: reread })).toEqual([]);
  await recordComparison(books, tenantId, comparison(now, catalogue.version, { alarms: [staleFact] }));
  expect(await reasonsOf(tenantId)).toEqual([{ code: 'fact_stale', fact: 'anth-com-training' }]);
});

test.each<[string, Partial<Verdict>]>([
  ['evaluation_choice_missing', { choice: {} }],
  ['evaluation_choice_unknown', { choice: { confidential: 'hope' } }],
  ['evaluation_choice_unknown', { choice: { confidential: 'zdr', secret: 'zdr' } }],
  ['evaluation_words_invalid', { residualRisk: 'none' }],
  ['evaluation_words_invalid', { dpoReasons: 'line\nbreak and more' }],
  ['evaluation_words_invalid', { dpoOpinion: 'fine' }],
  ['evaluation_words_invalid', { decider: ' ' }],
  ['evaluation_expiry_invalid', { expiresOn: '2026-11-27' }],
  ['evaluation_expiry_invalid', { expiresOn: '2027-11-28' }],
  ['evaluation_expiry_invalid', { expiresOn: '2027-02-30' }],
  ['evaluation_expiry_invalid', { expiresOn: 'soon' }],
])('%s: a decision with %j is refused and not recorded', async (code, changes) => {
  const { tenantId } = await tenantWith(...times(5, { at: before(dayMs) }));
  await expect(decided(tenantId, changes)).rejects.toMatchObject({ code });
  expect(await latestRecords(books, tenantId, { kind: 'zdr_decided', limit: 1 })).toEqual([] satisfies ZdrDecided[]);
});

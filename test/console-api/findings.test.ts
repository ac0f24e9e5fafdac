import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import type { ExchangeView } from '../../src/console-api/contract.ts';
import { buildConsole, makeLink } from '../../src/console-api/index.ts';
import {
  type DeclaredFinding,
  type DeclaredPart,
  type ExchangeDeclared,
  type Ledger,
  openLedger,
} from '../../src/ledger/index.ts';
import { ensureTenant } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { accountsOf } from '../support/person-sign-in.ts';
import { retainedOf } from '../support/retained.ts';
import { rulesInForce } from '../support/rules.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { declaredRecord } from '../support/records.ts';

let database: TestDatabase;
let tenantId: string;
let server: FastifyInstance;
let ledger: Ledger;
let cookie: string;

beforeAll(async () => {
  database = await createDatabase();
  const { store } = database;
  const tenancy = testTenancy(store);
  tenantId = (await ensureTenant(tenancy, 'tenant')).id;
  ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  server = buildConsole({
    store,
    tenancy,
    ...accountsOf(tenancy, tenantId),
    ...retainedOf(tenancy, tenantId),
    directory: { forget: () => {} },
    rules: rulesInForce(),
    gatewayUrl: 'http://127.0.0.1:8040',
    version: '1.2.3',
    staticFolder: '/nowhere',
    isHttps: false,
    about: { program: 'octroi', options: '' },
    hosts: ['localhost'],
    tell: () => {},
  });
  const link = await makeLink(tenancy, tenantId);
  const headers = { host: 'localhost' };
  const answered = await server.inject({ method: 'POST', url: '/api/session', payload: { link }, headers });
  cookie = String(answered.headers['set-cookie']).split(';')[0] ?? '';
});
afterAll(async () => {
  await server.close();
  await ledger.close();
  await database.drop();
});

const get = async (url: string) => (await server.inject({ url, headers: { host: 'localhost', cookie } })).json();

function finding(kind: string, more: Partial<DeclaredFinding> = {}): DeclaredFinding {
  const span = [4, 12] as const;
  return { detector: kind, kind, class: 'personal', span, fingerprint: `of-${kind}`, handling: 'redacted', ...more };
}

function part(sent: DeclaredPart['sent'], findings?: readonly DeclaredFinding[]): DeclaredPart {
  return { kind: 'file', bytes: 20, fingerprint: timeOrderedId(), sent, ...(findings ? { findings } : {}) };
}

const secret = finding('password', { class: 'secret', handling: 'kept' });

type Wishes = Partial<Pick<ExchangeDeclared, 'verdict' | 'reasons' | 'inspection' | 'request'>>;

/** Records an exchange with these parts, and gives what the API says of it. */
async function shown(parts: readonly DeclaredPart[], wishes: Wishes, end: object): Promise<ExchangeView> {
  const record = { ...declaredRecord({ tenantId, parts }), ...wishes };
  await ledger.append(record);
  await ledger.append({
    kind: 'exchange_finished',
    id: timeOrderedId(),
    tenantId,
    recordedAt: new Date().toISOString(),
    exchangeId: record.exchangeId,
    declaredBy: record.id,
    outcome: 'answered',
    answerBytes: 7,
    durationMs: 3,
    ...end,
  });
  return get(`/api/exchanges/${record.exchangeId}`);
}

test('findings are told part by part, with where they stand and what became of them', async () => {
  const { parts } = await shown([part('first', [finding('iban'), secret]), part('again')], { verdict: 'redact' }, {});
  expect(parts.map(({ findings }) => findings)).toEqual([[finding('iban'), secret], undefined]);
});

test('they are counted by class and kind in what is new, secrets first; what is sent again is counted apart', async () => {
  const parts = [
    part('first', [finding('iban'), finding('email'), finding('email'), secret]),
    part('again', [finding('email'), finding('iban'), secret]),
    part('first', [finding('email'), finding('site', { class: 'dictionary' })]),
    part('first'),
  ];
  const { findings, id } = await shown(parts, { verdict: 'redact' }, {});
  expect(findings).toEqual({
    first: [
      { class: 'secret', kind: 'password', count: 1 },
      { class: 'dictionary', kind: 'site', count: 1 },
      { class: 'personal', kind: 'email', count: 3 },
      { class: 'personal', kind: 'iban', count: 1 },
    ],
    again: 3,
  });
  const { exchanges } = await get('/api/exchanges');
  expect(exchanges.find((exchange: ExchangeView) => exchange.id === id).findings).toEqual(findings);
});

test('what was looked at, how long the body was that left, and what was put back', async () => {
  const inspection = { ruleset: 'rules-1', unscannedBytes: 1_234 };
  const request = { ...declaredRecord({ tenantId }).request, redactedBodyBytes: 17 };
  const wishes = { verdict: 'redact', reasons: ['findings_redacted'], inspection, request } as const;
  const view = await shown([part('first', [finding('iban')])], wishes, { restoredValues: 2 });
  expect(view).toMatchObject({ inspection, redactedBodyBytes: 17, reasons: ['findings_redacted'] });
  expect(view.answer?.restoredValues).toBe(2);
});

test('of an exchange from before inspection, none of that is told', async () => {
  const view = await shown([part('first')], {}, {});
  expect(view).toMatchObject({ inspection: null, redactedBodyBytes: null, findings: { first: [], again: 0 } });
  expect(view.answer?.restoredValues).toBeNull();
});

test('what stopped an exchange stands beside why it was redacted, each once', async () => {
  const redacted = { verdict: 'redact', reasons: ['findings_redacted'] } as const;
  const stopped = { outcome: 'not_sent', reason: 'gateway_key_revoked' };
  expect((await shown([part('first')], redacted, stopped)).reasons).toEqual([
    'findings_redacted',
    'gateway_key_revoked',
  ]);
  const sealed = ['gateway_finding_sealed'] as const;
  const blocked = await shown(
    [part('first', [secret])],
    { verdict: 'block', reasons: sealed },
    { outcome: 'not_sent', reason: sealed[0] },
  );
  expect(blocked).toMatchObject({ verdict: 'block', outcome: 'not_sent', reasons: sealed });
  expect(blocked.parts).toHaveLength(1);
});

test('the list is narrowed to what was redacted', async () => {
  await shown([part('first')], {}, {});
  const { exchanges } = await get('/api/exchanges?verdict=redact');
  expect(exchanges.length).toBeGreaterThan(2);
  expect(new Set(exchanges.map(({ verdict }: ExchangeView) => verdict))).toEqual(new Set(['redact']));
});

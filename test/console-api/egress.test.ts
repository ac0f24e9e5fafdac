import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import type {
  AroundView,
  ExplainedView,
  FlowsView,
  ShadowView,
  WaysView,
} from '../../src/console-api/egress-contract.ts';
import { type LedgerRecord, openLedger } from '../../src/ledger/index.ts';
import { createKey, listPersons } from '../../src/tenancy/index.ts';
import { type ConsoleServer, startConsoleServer } from '../support/console-server.ts';
import { flowRecords, type FlowWishes, sessionRecords, sightedRecord } from '../support/fill-flows.ts';

let server: ConsoleServer;
let personId: string;

beforeAll(async () => {
  server = await startConsoleServer();
  const { tenancy, tenantId } = server;
  personId = await personOf('Ada');
  const person = { personId, keyId: timeOrderedId() };
  const at = (minutesAgo: number): Date => new Date(Date.now() - minutesAgo * 60_000);
  const flows: readonly FlowWishes[] = [
    {
      at: at(9),
      vendor: 'anthropic',
      purpose: 'api',
      rule: 'only-through-the-gateway',
      effect: 'observed',
      source: person,
      isInspected: true,
    },
    {
      at: at(8),
      host: 'claude.ai',
      vendor: 'anthropic',
      purpose: 'consumer-web',
      audience: 'consumer',
      rule: 'consumer-web',
      effect: 'refused',
    },
    { at: at(7), host: 'registry.example', bytes: 500 },
  ];
  const { records } = sessionRecords(tenantId, {
    at: at(6),
    personId,
    exchanges: 1,
    told: [{ requests: 3, events: 1, firstSequence: 0, lastSequence: 1 }],
  });
  const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  const all: readonly LedgerRecord[] = [
    sightedRecord(tenantId, at(30)),
    ...flows.flatMap((flow) => [...flowRecords(tenantId, flow)]),
    ...records,
  ];
  for (const record of all) await ledger.append(record);
  await ledger.close();
});
afterAll(() => server.close());

async function personOf(personName: string): Promise<string> {
  const { tenancy, tenantId } = server;
  const wanted = { workspaceName: 'shop', language: 'en', validDays: 1, actor: 'command_line' } as const;
  const { pseudonym } = await createKey(tenancy, { ...wanted, tenantId, personName });
  const found = (await listPersons(tenancy.store, tenantId)).find(({ name }) => name === pseudonym);
  if (!found) throw new Error('nobody');
  return found.id;
}

const read = async <View>(url: string): Promise<View> => {
  const { status, body } = await server.get(url);
  expect(status, body).toBe(200);
  return JSON.parse(body) as View;
};

describe('connections', () => {
  test('are listed newest first, with who, to whom, what was decided and how much', async () => {
    const { flows, proxy, vendors, purposes, read: looked, isCut } = await read<FlowsView>('/api/egress/flows');
    expect(proxy).toEqual({ mode: 'observe', url: 'http://127.0.0.1:8042' });
    expect([looked, isCut, vendors, purposes]).toEqual([3, false, ['anthropic'], ['api', 'consumer-web']]);
    expect(flows.map(({ host, effect, bytesOut }) => [host, effect, bytesOut])).toEqual([
      ['registry.example', 'pass', 500],
      ['claude.ai', 'refused', null],
      ['api.anthropic.com', 'observed', 100],
    ]);
    expect(flows[2]).toMatchObject({ source: { kind: 'person', person: { id: personId } }, audience: 'unknown' });
    expect(flows[0]).toMatchObject({ source: { kind: 'network', network: 'n-1' }, vendor: null });
  });

  test('that were inspected have their requests, and clients that could not be are listed', async () => {
    const { flows, uninspectable } = await read<FlowsView>('/api/egress/flows');
    expect(flows.map(({ requests }) => requests.length)).toEqual([0, 0, 2]);
    expect(flows[2]?.requests).toMatchObject([
      { method: 'POST', path: '/v1/messages', status: 200, effect: 'pass', rule: null, bytesOut: 12_000 },
      { path: '/api/event_logging/v2/batch', status: 403, effect: 'refused', rule: 'telemetry' },
    ]);
    expect(uninspectable).toMatchObject([
      { source: { kind: 'person', person: { id: personId } }, host: 'api.anthropic.com', reason: 'unknown_ca' },
    ]);
  });

  test.each([
    ['vendor=anthropic', 2],
    ['purpose=consumer-web', 1],
    ['audience=unknown', 2],
    ['effect=pass', 1],
    ['vendor=nobody', 0],
  ])('are narrowed by %s', async (query, count) => {
    expect((await read<FlowsView>(`/api/egress/flows?${query}`)).flows).toHaveLength(count);
  });

  test.each(['effect=yes', 'audience=all', 'colour=red', `vendor=${'x'.repeat(200)}`])(
    '%s is refused',
    async (query) => {
      expect((await server.get(`/api/egress/flows?${query}`)).status).toBe(422);
    },
  );
});

test('the ways show what went through which post, and what was refused', async () => {
  const { ways, exchanges, connections } = await read<WaysView>('/api/egress/ways');
  expect([exchanges, connections]).toEqual([1, 3]);
  expect(
    ways.map(({ post, vendor, detail, passed, refused, bytes }) => [post, vendor, detail, passed, refused, bytes]),
  ).toEqual([
    ['egress', null, null, 1, 0, 2_000],
    ['egress', 'anthropic', 'api', 1, 0, 400],
    ['gateway', null, null, 1, 0, 10],
    ['egress', 'anthropic', 'consumer-web', 0, 1, 0],
  ]);
});

test('shadow AI is told by logs and by the proxy, with what the catalogue does not have and what could not be read', async () => {
  const { seen, proposed, imports, days } = await read<ShadowView>('/api/egress/shadow');
  expect(seen.map(({ host, audience, flows, denied, source }) => [host, audience, flows, denied, source.kind])).toEqual(
    [
      ['chatgpt.com', 'consumer', 4, 1, 'network'],
      ['claude.ai', 'consumer', 1, 1, 'network'],
      ['api.anthropic.com', 'unknown', 1, 0, 'person'],
    ],
  );
  expect([days, seen[0]?.trend.length, seen[0]?.trend.reduce((sum, count) => sum + count, 0)]).toEqual([30, 30, 4]);
  expect(proposed).toEqual([{ host: 'chat.unheard-of.ai', flows: 4, sources: 1 }]);
  expect(imports).toMatchObject([
    { log: 'access.log.1.gz', taken: 8, repeated: 2, whole: { malformedAt: [17, 4_000] } },
  ]);
});

test('ways around the gateway, sessions that tell of more, and holes are listed by pseudonym', async () => {
  const around = await read<AroundView>('/api/egress/around');
  expect(around).toMatchObject({ flows: 3, toldSessions: 1, silentSessions: 0, isCut: false });
  expect(around.waysAround).toMatchObject([
    { host: 'api.anthropic.com', passed: 1, refused: 0, devices: [], source: { kind: 'person' } },
  ]);
  expect(around.untold).toMatchObject([{ count: 3, of: 1, person: { id: personId } }]);
  expect(around.blind).toMatchObject([{ count: 1, of: 2 }]);
});

describe('what would become of a connection', () => {
  const explain = (connection: string) =>
    read<ExplainedView>(`/api/egress/explain?connection=${encodeURIComponent(connection)}`);

  test('is told by the policy in force, with its rule', async () => {
    expect(await explain('claude.ai')).toMatchObject({
      host: 'claude.ai',
      port: 443,
      effect: 'observed',
      rule: 'consumer-web',
    });
    expect(await explain('API.Anthropic.com.:443')).toMatchObject({
      host: 'api.anthropic.com',
      rule: 'only-through-the-gateway',
    });
    expect(await explain('example.org:8443')).toMatchObject({ port: 8443, rule: 'port' });
  });

  test.each(['10.0.0.1', 'http://claude.ai/', 'a b', '[::1]:443', 'claude.ai:0'])(
    '%s is refused with a code',
    async (connection) => {
      const { status, body } = await server.get(`/api/egress/explain?connection=${encodeURIComponent(connection)}`);
      expect([status, JSON.parse(body)]).toEqual([
        expect.any(Number),
        expect.objectContaining({ code: expect.stringMatching(/^egress_/) }),
      ]);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    },
  );
});

test('nobody who is not signed in is told anything', async () => {
  for (const path of ['flows', 'ways', 'around', 'shadow', 'explain?connection=a.example'])
    expect((await server.nobody.get(`/api/egress/${path}`)).status).toBe(401);
});

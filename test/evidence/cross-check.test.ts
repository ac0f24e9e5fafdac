import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import { crossCheck, type CrossCheck } from '../../src/evidence/index.ts';
import type { CrossQuestion } from '../../src/evidence/cross-check.ts';
import { noWayAround, telemetryWhole } from '../../src/evidence/controls/ways.ts';
import { missingEvents } from '../../src/evidence/missing-events.ts';
import {
  type FlowRecord,
  type Ledger,
  openLedger,
  type Sighting,
  type TelemetryReceived,
} from '../../src/ledger/index.ts';
import type { Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { declaredRecord } from '../support/records.ts';
import { makeTenant } from '../support/tenant.ts';

let database: TestDatabase;
let tenancy: Tenancy;
let ledger: Ledger;

beforeAll(async () => {
  database = await createDatabase();
  tenancy = testTenancy(database.store);
  ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
});

const now = new Date('2026-11-27T08:00:00.000Z');
const at = (minutesAgo: number): string => new Date(now.getTime() - minutesAgo * 60_000).toISOString();
let byLogs: CrossQuestion['told'] = { sightings: [], gateways: new Set() };
const check = (tenantId: string): Promise<CrossCheck> => crossCheck({ books: tenancy, tenantId, now, told: byLogs });

type FlowWishes = {
  readonly tenantId: string;
  readonly host?: string;
  readonly rule?: string;
  readonly isRefused?: boolean;
  readonly minutesAgo?: number;
};

async function connection({ tenantId, host = 'api.anthropic.com', rule, isRefused, minutesAgo = 5 }: FlowWishes) {
  const connectionId = timeOrderedId();
  const common = { id: timeOrderedId(), tenantId, recordedAt: at(minutesAgo), connectionId } as const;
  const toward = { source: { network: 'n-1' }, host, port: 443, wire: 'connect', vendor: 'anthropic' } as const;
  const judged = { ...common, ...toward, ...(rule === undefined ? {} : { rule }) };
  const records: readonly FlowRecord[] = isRefused
    ? [{ ...judged, kind: 'connection_refused', reason: 'egress_host_denied' }]
    : [
        { ...judged, kind: 'connection_opened', decision: rule === undefined ? 'pass' : 'observed' },
        {
          ...common,
          id: timeOrderedId(),
          recordedAt: at(minutesAgo - 1),
          kind: 'connection_ended',
          bytesOut: 100,
          bytesIn: 7,
          durationMs: 60_000,
          outcome: 'closed',
        },
      ];
  for (const record of records) await ledger.append(record);
}

type Told = Partial<Pick<TelemetryReceived, 'events' | 'firstSequence' | 'lastSequence' | 'requests'>>;

async function session(tenantId: string, exchanges: number, ...deliveries: readonly Told[]) {
  const name = timeOrderedId();
  const { sender } = declaredRecord({ tenantId });
  for (let turn = 0; turn < exchanges; turn += 1)
    await ledger.append({ ...declaredRecord({ tenantId, session: name }), sender, recordedAt: at(30 - turn) });
  for (const [index, told] of deliveries.entries()) {
    const common = { id: timeOrderedId(), tenantId, recordedAt: at(20 - index), sender, client: { sessionId: name } };
    await ledger.append({ ...common, kind: 'telemetry_received', events: 1, ...told });
  }
  return { name, personId: sender.personId };
}

describe('ways around the gateway', () => {
  test('connections that only the gateway is to open are listed by source and host, with what passed', async () => {
    const tenantId = await makeTenant(database.store);
    const rule = 'only-through-the-gateway';
    await connection({ tenantId, rule, minutesAgo: 9 });
    await connection({ tenantId, rule });
    await connection({ tenantId, rule, isRefused: true, minutesAgo: 3 });
    await connection({ tenantId, host: 'registry.example' });
    await connection({ tenantId, host: 'claude.ai', rule: 'consumer-web' });
    await connection({ tenantId, rule, minutesAgo: 60 * 24 * 8 });
    const crossed = await check(tenantId);
    expect(crossed).toMatchObject({ flows: 5, isCut: false });
    expect(crossed.waysAround).toEqual([
      {
        witness: 'proxy',
        source: { network: 'n-1' },
        host: 'api.anthropic.com',
        vendor: 'anthropic',
        passed: 2,
        refused: 1,
        bytesOut: 200,
        bytesIn: 14,
        firstAt: at(9),
        lastAt: at(3),
      },
    ]);
    expect(noWayAround(crossed)).toMatchObject({ state: 'not_met' });
  });

  describe('by imported logs', () => {
    const sighting = (source: string, changes: Partial<Sighting> = {}): Sighting => ({
      source,
      host: 'api.anthropic.com',
      vendor: 'anthropic',
      purpose: 'api',
      day: '2026-11-26',
      flows: 3,
      denied: 1,
      bytesOut: 10,
      bytesIn: 20,
      firstAt: '2026-11-26T08:00:00.000Z',
      lastAt: '2026-11-26T09:00:00.000Z',
      ...changes,
    });
    const crossedBy = async (...sightings: readonly Sighting[]): Promise<CrossCheck> => {
      byLogs = { sightings, gateways: new Set(['the gateway']) };
      return check(await makeTenant(database.store));
    };
    afterAll(() => {
      byLogs = { sightings: [], gateways: new Set() };
    });

    test('whoever reached the API beside the gateway is listed, day by day in one', async () => {
      const later = { day: '2026-11-27', firstAt: '2026-11-27T07:00:00.000Z', lastAt: '2026-11-27T07:30:00.000Z' };
      const crossed = await crossedBy(sighting('the gateway'), sighting('somebody'), sighting('somebody', later));
      expect(crossed).toMatchObject({ flows: 0, sighted: 9, isGatewaySighted: true });
      expect(crossed.waysAround).toEqual([
        {
          witness: 'log',
          source: { network: 'somebody' },
          host: 'api.anthropic.com',
          vendor: 'anthropic',
          passed: 4,
          refused: 2,
          bytesOut: 20,
          bytesIn: 40,
          firstAt: '2026-11-26T08:00:00.000Z',
          lastAt: '2026-11-27T07:30:00.000Z',
        },
      ]);
      expect(noWayAround(crossed)).toMatchObject({
        state: 'not_met',
        evidence: expect.arrayContaining([
          { state: 'not_met', code: 'ways_around_in_logs', args: { count: 1, days: 7 } },
        ]),
      });
    });

    test('where no source is known to be a gateway, logs accuse nobody and prove nothing', async () => {
      const control = noWayAround(await crossedBy(sighting('somebody')));
      expect(control.state).toBe('unknown');
      expect(control.evidence).toContainEqual({
        state: 'unknown',
        code: 'ways_in_logs_unsure',
        args: { count: 1, days: 7 },
      });
    });

    test('that tell of the gateway alone speak for it', async () => {
      const control = noWayAround(await crossedBy(sighting('the gateway')));
      expect(control.evidence).toContainEqual({
        state: 'met',
        code: 'sightings_explained',
        args: { count: 3, days: 7 },
      });
      expect(control.evidence.map(({ code }) => code)).not.toContain('no_flows');
    });

    test.each([
      ['of another vendor', { vendor: 'openai' }],
      ['to another of its hosts', { purpose: 'consumer-web' }],
      ['of before these days', { lastAt: '2026-11-01T09:00:00.000Z' }],
    ])('a line %s is no way around', async (_, changes) => {
      const crossed = await crossedBy(sighting('somebody', changes));
      expect(crossed).toMatchObject({ sighted: 0, waysAround: [] });
    });

    test('what was refused is listed, and no way', async () => {
      const refused = sighting('somebody', { denied: 3 });
      const crossed = await crossedBy(sighting('the gateway'), refused);
      expect(crossed.waysAround).toMatchObject([{ passed: 0, refused: 3 }]);
      expect(noWayAround(crossed).evidence.map(({ code }) => code)).toContain('ways_refused');
    });
  });

  test('a session whose client tells of more requests than came through is listed; one that tells of fewer is not', async () => {
    const tenantId = await makeTenant(database.store);
    await session(tenantId, 3, { requests: 2 });
    const around = await session(tenantId, 1, { requests: 2 }, { requests: 1 });
    const wholly = await session(tenantId, 0, { requests: 1 });
    const { untold, toldSessions } = await check(tenantId);
    expect(toldSessions).toBe(3);
    expect(new Set(untold.map(({ session: name, told, seen }) => `${name} ${told} ${seen}`))).toEqual(
      new Set([`${around.name} 3 1`, `${wholly.name} 1 0`]),
    );
  });

  test('is met only where both witnesses were there and saw none', async () => {
    const tenantId = await makeTenant(database.store);
    const told = async () => {
      const { state, evidence } = noWayAround(await check(tenantId));
      return [state, ...evidence.map(({ code }) => code)];
    };
    expect(await told()).toEqual(['unknown', 'no_flows', 'no_telemetry']);
    await connection({ tenantId, host: 'registry.example' });
    expect(await told()).toEqual(['unknown', 'no_telemetry', 'flows_explained']);
    await session(tenantId, 1, { requests: 1 });
    expect(await told()).toEqual(['met', 'flows_explained', 'sessions_told']);
    await connection({ tenantId, rule: 'only-through-the-gateway', isRefused: true });
    expect(await told()).toEqual(['met', 'ways_refused', 'flows_explained', 'sessions_told']);
  });

  test('another tenant’s connections and sessions are not looked at', async () => {
    const [one, other] = [await makeTenant(database.store), await makeTenant(database.store)];
    await connection({ tenantId: one, rule: 'only-through-the-gateway' });
    await session(one, 0, { requests: 5 });
    expect(await check(other)).toMatchObject({ flows: 0, toldSessions: 0, waysAround: [], untold: [] });
  });
});

describe('what a client withholds', () => {
  const span = (firstSequence: number, lastSequence: number, events = lastSequence - firstSequence + 1) => ({
    recordedAt: '',
    firstSequence,
    lastSequence,
    events,
  });

  test.each<[string, readonly ReturnType<typeof span>[], number]>([
    ['nothing', [span(0, 4), span(5, 9)], 0],
    ['nothing, when it counts from one', [span(1, 4), span(5, 9)], 0],
    ['two between deliveries', [span(0, 4), span(7, 9)], 2],
    ['three within a delivery', [span(0, 4), span(5, 9, 2)], 3],
    ['nothing, when deliveries overtake each other', [span(0, 4), span(8, 9), span(5, 7)], 0],
    ['nothing, when one comes twice', [span(0, 4), span(5, 9), span(5, 9)], 0],
    ['nothing, when a session is resumed by another process', [span(0, 9), span(0, 3), span(4, 5)], 0],
    ['one of the second process', [span(0, 9), span(0, 3), span(5, 5)], 1],
    ['nothing that is known, when it began before', [span(40, 44), span(45, 49)], 0],
    ['nothing that is known, without numbers', [{ recordedAt: '', events: 3 } as never], 0],
  ])('%s', (_, spans, missing) => {
    expect(missingEvents(spans).missing).toBe(missing);
  });

  test('sessions with holes are not met, silent ones unknown, whole ones met', async () => {
    const tenantId = await makeTenant(database.store);
    expect(telemetryWhole(await check(tenantId)).state).toBe('unknown');
    await session(tenantId, 1, { events: 3, firstSequence: 0, lastSequence: 2, requests: 1 });
    expect(telemetryWhole(await check(tenantId)).state).toBe('met');
    await session(tenantId, 1);
    expect(telemetryWhole(await check(tenantId))).toMatchObject({ state: 'unknown' });
    const blind = await session(tenantId, 2, { events: 2, firstSequence: 0, lastSequence: 9 });
    const crossed = await check(tenantId);
    expect(crossed.blind).toEqual([
      { session: blind.name, personId: blind.personId, missing: 8, of: 10, lastAt: expect.any(String) },
    ]);
    expect(telemetryWhole(crossed)).toMatchObject({
      state: 'not_met',
      evidence: [{ code: 'sessions_blind' }, { code: 'sessions_silent' }, { code: 'sessions_whole' }],
    });
  });
});

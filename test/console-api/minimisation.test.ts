import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MinimisationView } from '../../src/console-api/minimisation-contract.ts';
import { timeOrderedId } from '../../src/base/index.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { type ConsoleServer, startConsoleServer } from '../support/console-server.ts';
import { addAccount } from '../support/person-sign-in.ts';
import { declaredRecord } from '../support/records.ts';

let server: ConsoleServer;
let now = new Date('2026-11-27T08:00:00Z');

beforeAll(async () => {
  server = await startConsoleServer(() => now);
  await addAccount(server, 'Aude', 'octroi-auditor');
});
afterAll(() => server.close());

async function view(): Promise<MinimisationView> {
  const auditor = await server.as('Aude');
  return JSON.parse((await auditor.get('/api/minimisation')).body);
}

test('adds up what left in eight weeks; what left before, and what was held back, is not in it', async () => {
  expect(await view()).toMatchObject({ from: '2026-10-05', exchanges: 0, kinds: [], weeks: [] });
  const { tenantId } = server;
  const ledger = openLedger({ ...server.tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  const record = () => ({ ...declaredRecord({ tenantId }), recordedAt: '2026-11-26T10:00:00.000Z' });
  await ledger.append(record());
  await ledger.append({ ...record(), verdict: 'block' });
  await ledger.append({ ...record(), recordedAt: '2026-10-04T23:59:59.000Z' });
  await ledger.close();
  // Sums are kept for a minute.
  expect((await view()).exchanges).toBe(0);
  now = new Date(now.getTime() + 61_000);
  expect(await view()).toMatchObject({
    exchanges: 1,
    stopped: 1,
    isPartial: false,
    kinds: [{ kind: 'prompt', parts: 1, bytes: 10, firstBytes: 10 }],
    weeks: [{ week: '2026-11-23', exchanges: 1 }],
  });
});

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { PacksView, SharedView } from '../../src/console-api/posture-contract.ts';
import { type ConsoleServer, startConsoleServer } from '../support/console-server.ts';
import { appendSome, testSequencer } from '../support/log.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let server: ConsoleServer;
let ahead = 0;

beforeAll(async () => {
  server = await startConsoleServer(() => new Date(Date.now() + ahead));
});
afterAll(() => server.close());

const packs = async (): Promise<PacksView> => JSON.parse((await server.get('/api/packs')).body);
const today = () => new Date().toISOString().slice(0, 10);
const wish = () => ({ from: '2026-11-01', until: today(), language: 'fr' });

async function made(): Promise<PacksView> {
  await vi.waitFor(async () => expect((await packs()).isMaking).toBe(false), { timeout: 30_000 });
  return packs();
}

test('a pack that cannot be made says why', async () => {
  expect((await server.post('/api/packs', wish())).status).toBe(202);
  expect(await made()).toMatchObject({ packs: [], fault: 'ledger_size_unknown' });
});

test('a pack is made beside what else goes on, is on record, and can be had', async () => {
  await appendSome(server.tenancy, server.tenantId, 3);
  await testSequencer(server.tenancy).round();
  expect((await server.post('/api/packs', wish())).status).toBe(202);
  expect((await server.post('/api/packs', wish())).status).toBe(409);
  const { packs: list, fault } = await made();
  expect([fault, list]).toMatchObject([null, [{ language: 'fr', isKept: true, scope: null, by: null }]]);
  const had = await server.get(`/api/packs/${list[0]?.id}`);
  expect([had.status, had.body.slice(0, 2)]).toEqual([200, 'PK']);
});

test('a link opens without a session until its day, and its making is on record', async () => {
  const [pack] = (await made()).packs;
  const shared = await server.post(`/api/packs/${pack?.id}/share`, { days: 7 });
  const { address, expiresAt } = JSON.parse(shared.body) as SharedView;
  expect((await server.nobody.get(address)).status).toBe(200);
  expect((await server.nobody.get(`/api/packs/${pack?.id}`)).status).toBe(401);
  expect(await server.records()).toContainEqual(
    expect.objectContaining({ kind: 'evidence_pack_shared', packId: pack?.id, expiresAt, actor: 'console' }),
  );
  ahead = 8 * 86_400_000;
  expect((await server.nobody.get(address)).status).toBe(404);
  ahead = 0;
  const forged = address.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')).replace('token=', 'token=A');
  expect((await server.nobody.get(forged)).status).toBe(404);
});

test.each([
  ['a period that ends before it begins', { from: '2026-11-30', until: '2026-11-01', language: 'fr' }],
  ['a day there is not', { from: '2026-11-31', until: '2026-12-01', language: 'fr' }],
  ['a language there is not', { from: '2026-11-01', until: '2026-11-02', language: 'de' }],
  ['a workspace there is not', { ...wish(), workspace: '01a21d57-bf4b-7256-84c9-103f43f6665c' }],
])('refuses %s', async (_, form) => {
  expect((await server.post('/api/packs', form)).status).toBe(422);
});

test('refuses to share a pack that is not kept, or for longer than a quarter', async () => {
  const unknown = '01a21d57-bf4b-7256-84c9-103f43f6665c';
  expect((await server.post(`/api/packs/${unknown}/share`, { days: 7 })).status).toBe(404);
  expect((await server.get(`/api/packs/${unknown}`)).status).toBe(404);
  expect((await server.get('/api/packs/..%2f..%2fmaster')).status).toBe(404);
  expect((await server.post(`/api/packs/${unknown}/share`, { days: 91 })).status).toBe(422);
});

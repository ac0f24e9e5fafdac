import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import type { NoticesView } from '../../src/console-api/posture-contract.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { type ConsoleServer, startConsoleServer } from '../support/console-server.ts';
import { appendSome, testSequencer } from '../support/log.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let server: ConsoleServer;

beforeAll(async () => {
  server = await startConsoleServer();
});
afterAll(() => server.close());

const view = async (): Promise<NoticesView> => JSON.parse((await server.get('/api/notices')).body);
const file = '/api/notices/file?document=staff&language=fr';

test.each([
  ['md', '<!-- octroi-notice staff fr ', 'text/markdown; charset=utf-8'],
  ['pdf', '%PDF-', 'application/pdf'],
  ['odt', 'PK', 'application/vnd.oasis.opendocument.text'],
])('hands out a document as %s, by the rules in force', async (format, begins, type) => {
  const had = await server.get(`${file}&format=${format}&organization=Fabrique&contact=dpo%40example.com`);
  expect([had.status, had.body.slice(0, begins.length)]).toEqual([200, begins]);
  expect(had.headers).toMatchObject({
    'content-type': type,
    'content-disposition': `attachment; filename="octroi-staff.fr.${format}"`,
  });
});

test('says in it who answers and what is in force', async () => {
  const { policyVersion, catalogueVersion } = await view();
  const { body } = await server.get(`${file}&format=md&organization=Fabrique`);
  for (const said of [policyVersion, catalogueVersion, 'Fabrique', 'à remplir']) expect(body).toContain(said);
});

test.each([
  'document=poster&language=fr&format=md',
  'document=staff&language=de&format=md',
  'document=staff&language=fr',
])('refuses %s', async (query) => {
  expect((await server.get(`/api/notices/file?${query}`)).status).toBe(422);
});

test('is for those who may read', async () => {
  expect((await server.nobody.get('/api/notices')).status).toBe(401);
  expect((await server.nobody.get(`${file}&format=md`)).status).toBe(401);
});

test('tells whether the policy is still that of the last pack, and that nobody knows where nothing was recorded', async () => {
  expect((await view()).kept).toBeNull();
  await appendSome(server.tenancy, server.tenantId, 1);
  await testSequencer(server.tenancy).round();
  const day = new Date().toISOString().slice(0, 10);
  expect((await server.post('/api/packs', { from: '2026-11-01', until: day, language: 'fr' })).status).toBe(202);
  await vi.waitFor(async () => expect((await view()).kept?.isSamePolicy).toBeNull(), { timeout: 30_000 });
});

test('tells that the policy is the one of the pack, or another, by what was in force when it was made', async () => {
  const { policyVersion, catalogueVersion } = await view();
  const ledger = openLedger({ ...server.tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  const inForce = async (version: string, recordedAt: string): Promise<unknown> =>
    ledger.append({
      kind: 'policy_in_force',
      id: timeOrderedId(),
      tenantId: server.tenantId,
      recordedAt,
      policyVersion: version,
      catalogueVersion,
      source: 'folder',
      files: [],
    });
  await inForce(policyVersion, '2026-11-20T08:00:00.000Z');
  expect((await view()).kept?.isSamePolicy).toBe(true);
  await inForce('another', '2026-11-21T08:00:00.000Z');
  expect((await view()).kept?.isSamePolicy).toBe(false);
  await inForce(policyVersion, '2099-01-01T08:00:00.000Z');
  expect((await view()).kept?.isSamePolicy).toBe(false);
  await ledger.close();
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { type ConsoleServer, startConsoleServer } from '../support/console-server.ts';
import { testSequencer } from '../support/log.ts';
import { declaredRecord } from '../support/records.ts';

let server: ConsoleServer;
const id = timeOrderedId();

beforeAll(async () => {
  server = await startConsoleServer();
  const { tenancy, tenantId } = server;
  const ledger = openLedger({ ...tenancy, gatewayId: timeOrderedId(), waitMs: 5_000 });
  await ledger.append({
    kind: 'content_captured',
    id,
    tenantId,
    recordedAt: '2026-11-26T12:00:00.000Z',
    exchangeId: timeOrderedId(),
    captureId: timeOrderedId(),
    sender: declaredRecord({ tenantId }).sender,
    label: 'internal',
    until: '2026-12-03T12:00:00.000Z',
    part: { index: 0, kind: 'prompt', fingerprint: 'f' },
    piece: [1, 1],
    content: 'what was said',
  });
  await ledger.close();
  await testSequencer(tenancy).round();
});
afterAll(() => server.close());

test('the console shows that content was captured, and not the content', async () => {
  const shown = await server.get(`/api/ledger/records/${id}`);
  expect(shown.status).toBe(200);
  expect(shown.body).toContain('content_captured');
  expect(shown.body).not.toContain('what was said');
});

test('its proof, which would hold it, is not given out here', async () => {
  const refused = await server.get(`/api/ledger/records/${id}/proof`);
  expect([refused.status, JSON.parse(refused.body).code]).toEqual([403, 'console_content_withheld']);
});

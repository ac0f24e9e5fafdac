import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { type Control, lastAlarms, readPosture } from '../../src/evidence/index.ts';
import { loadPolicy } from '../../src/policy/index.ts';
import { ensureTenant, listContracts } from '../../src/tenancy/index.ts';
import { comparison, recordComparison, staleFact } from '../support/comparisons.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { toldByRooms } from '../../src/console-api/index.ts';
import { call, result, user } from '../support/declare.ts';
import { textAnswer } from '../support/answers.ts';
import { type GatewayUnderTest, startTestGateway } from '../support/gateway.ts';
import { eventually, send } from '../support/http.ts';
import { bodyOf } from '../support/sensitive.ts';

let database: TestDatabase;
let post: GatewayUnderTest;

const catalogue = openCatalogue(shippedData);
const policy = loadPolicy([]);

beforeAll(async () => {
  database = await createDatabase();
  post = await startTestGateway({ store: database.store, reply: () => textAnswer('Done.') });
});
afterAll(async () => {
  await post.stop();
  await database.drop();
});

async function posture(tenantId = post.tenant.id, now = new Date()) {
  const { tenancy } = post;
  const held = await listContracts(tenancy, tenantId);
  const told = await toldByRooms({ books: tenancy, tenantId, now, staleAfterHours: 24, gateways: new Set() });
  return readPosture({ books: tenancy, tenantId, now, policy, catalogue, held, told });
}

async function control(id: Control['id']): Promise<Control | undefined> {
  return (await posture()).controls.find((each) => each.id === id);
}

const worked = [user('go'), call('Bash', { command: 'ls' }), result('Bash', 'a\n')];

async function work(session: string, messages = worked): Promise<void> {
  const answered = await send(post.url, post.key, {
    body: bodyOf(messages),
    headers: { 'x-claude-code-session-id': session },
  });
  expect(answered.status).toBe(200);
}

test('sessions that call tools are held against the hooks that asked; what says nothing of tools is left out', async () => {
  await work('talk-only', [user('hello')]);
  expect(await control('hooks-answer')).toMatchObject({ state: 'unknown' });
  const event = { hook_event_name: 'PreToolUse', tool_name: 'Bash', tool_input: { command: 'ls' } };
  const body = JSON.stringify({ session_id: 'hooked', ...event });
  await send(post.url, post.key, { path: '/hooks/claude-code', body });
  await work('hooked');
  expect(await control('hooks-answer')).toMatchObject({ state: 'met' });
  await work('unhooked');
  await work('unhooked');
  expect(await control('hooks-answer')).toMatchObject({
    state: 'not_met',
    evidence: [
      { code: 'sessions_unhooked', args: { count: 1, of: 2 } },
      { code: 'sessions_hooked', args: { count: 1, of: 2 } },
    ],
  });
  const later = await posture(post.tenant.id, new Date(Date.now() + 8 * 86_400_000));
  expect(later.controls.find(({ id }) => id === 'hooks-answer')).toMatchObject({ state: 'unknown' });
});

test('plans are counted by how they are known', async () => {
  const counted = await eventually(
    () => control('plans-proven'),
    (found) => found?.evidence[0]?.args['count'] === 4,
  );
  expect(counted).toMatchObject({ state: 'met', evidence: [{ code: 'plans_proven', args: { of: 4 } }] });
});

test('the last comparison counts, and a failed one does not hide what the one before it found', async () => {
  const { tenancy, tenant } = post;
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  expect((await posture()).alarms).toEqual([]);
  await recordComparison(tenancy, tenant.id, comparison(at(3), catalogue.version));
  expect(await control('terms-stand')).toMatchObject({ state: 'met' });
  await recordComparison(tenancy, tenant.id, comparison(at(2), catalogue.version, { alarms: [staleFact] }));
  expect(await control('terms-stand')).toMatchObject({ state: 'not_met', evidence: [{ code: 'fact_stale' }, {}] });
  await recordComparison(
    tenancy,
    tenant.id,
    comparison(at(1), catalogue.version, { fault: 'cli_archive_unreadable', facts: {} }),
  );
  expect(await control('terms-stand')).toMatchObject({ state: 'not_met' });
  expect(await control('terms-watch')).toMatchObject({ state: 'unknown', evidence: [{ code: 'watch_failed' }] });
  expect((await posture()).alarms).toEqual([staleFact]);
  expect(await lastAlarms(tenancy, tenant.id)).toEqual([staleFact]);
  await recordComparison(tenancy, tenant.id, comparison(at(0), catalogue.version));
  expect((await posture()).alarms).toEqual([]);
});

test('a tenant sees nothing of another’s', async () => {
  const other = await ensureTenant(post.tenancy, 'another tenant');
  const { controls, alarms } = await posture(other.id);
  expect(alarms).toEqual([]);
  const states = controls.filter(({ id }) => id !== 'catalogue-review').map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(['unknown']));
});

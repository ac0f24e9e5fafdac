import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../../src/catalogue/index.ts';
import { termsOf } from '../../../src/cli/policy/catalogue-terms.ts';
import { recordedExchanges } from '../../../src/cli/policy/recorded-exchanges.ts';
import { explain, type RecordedExchange } from '../../../src/policy/index.ts';
import { announceChange, grantRole, personNamed } from '../../../src/tenancy/index.ts';
import { recordAttestation } from '../../../src/training/index.ts';
import { openLedger } from '../../../src/ledger/index.ts';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { user } from '../../support/declare.ts';
import { type GatewayUnderTest, startTestGateway } from '../../support/gateway.ts';
import { send } from '../../support/http.ts';
import { policyOf } from '../../support/policy.ts';
import { declaredRecord } from '../../support/records.ts';
import { bodyOf } from '../../support/sensitive.ts';

const terms = termsOf(openCatalogue(shippedData));
const policy = policyOf(
  'training: {required: true, graceDays: 3}',
  `@id("leads-only") @en("Leads only.") @fr("Responsables seulement.")
forbid (principal, action, resource) when { !principal.roles.contains("lead") };
@id("no-kept-model") @en("Not this model.") @fr("Pas ce modèle.")
forbid (principal, action, resource) when { context has model && context.model.isOutsideZdr };`,
);
const now = () => new Date('2026-11-26T08:00:00.000Z');

let database: TestDatabase;
let post: GatewayUnderTest;

beforeAll(async () => {
  database = await createDatabase();
  post = await startTestGateway({ store: database.store, policy, now });
});
afterAll(async () => {
  await post.stop();
  await database.drop();
});

const sent = (more: object = {}) => send(post.url, post.key, { body: bodyOf([user('hi')], more) });

async function replayed(): Promise<readonly RecordedExchange[]> {
  const { tenancy, tenant } = post;
  const whole = { from: undefined, until: undefined };
  return Array.fromAsync(recordedExchanges({ store: database.store, tenancy, tenant }, terms, whole));
}

test('an exchange is decided again by the roles, the training and the models it was decided by', async () => {
  const { tenancy, tenant, directory } = post;
  const tenantId = tenant.id;
  const statuses = [(await sent()).status];
  await grantRole(tenancy, { tenantId, person: 'Ada', role: 'lead', actor: 'command_line' });
  directory.forget(tenantId);
  statuses.push((await sent()).status);
  const personId = await tenancy.store.inTenant(tenantId, (db) =>
    personNamed(db, tenancy, { tenantId, person: 'Ada' }),
  );
  const attested = { module: 'ai', validUntil: '2026-11-24', document: undefined, actor: 'command_line' } as const;
  await recordAttestation({ ...tenancy, announce: announceChange }, { tenantId, personId, ...attested });
  directory.forget(tenantId);
  statuses.push((await sent()).status, (await sent({ fallbacks: [{ model: 'claude-fable-5' }] })).status);
  expect(statuses).toEqual([451, 451, 200, 451]);

  const past = await replayed();
  expect(past.map((exchange) => explain(policy, exchange).decision.reasons.toSorted())).toEqual([
    ['leads-only', 'training-overdue'],
    ['training-overdue'],
    ['transmit'],
    ['no-kept-model'],
  ]);
  expect(past.map(({ unknown }) => unknown)).toEqual([[], [], [], []]);
  const declared = (await post.records()).filter((record) => record.kind === 'exchange_declared');
  const holds = { trainingValidUntil: '2026-11-24', trainings: { ai: '2026-11-24' } };
  const inGrace = { roles: ['lead'], training: 'in_grace', ...holds };
  expect(declared.map((record) => record.policy?.person)).toEqual([
    { roles: [], training: 'overdue' },
    { roles: ['lead'], training: 'overdue' },
    inGrace,
    inGrace,
  ]);
  expect(declared.map((record) => record.policy?.models)).toEqual([[], [], [], ['claude-fable-5']]);
});

test('of an older record it is said what is not known', async () => {
  const ledger = openLedger({ ...post.tenancy, gatewayId: post.tenant.id, waitMs: 5_000 });
  const record = declaredRecord({ tenantId: post.tenant.id });
  await ledger.append(record);
  await ledger.close();
  const older = (await replayed()).find(({ exchangeId }) => exchangeId === record.exchangeId);
  expect(older).toMatchObject({ unknown: ['roles', 'training', 'models'], facts: { person: { roles: [] } } });
});

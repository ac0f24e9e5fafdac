import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeOrderedId } from '../../src/base/index.ts';
import type { ContractView } from '../../src/console-api/policy-contract.ts';
import { addContract, stopContract } from '../../src/tenancy/index.ts';
import { type ConsoleServer, startConsoleServer } from '../support/console-server.ts';
import { comparison, recordComparison, staleFact } from '../support/comparisons.ts';
import { contractCredential } from '../support/gateway.ts';
import { rulesInForce } from '../support/rules.ts';

let server: ConsoleServer;

beforeAll(async () => {
  const start = Date.parse('2026-11-26T08:00:00Z');
  let ticks = 0;
  server = await startConsoleServer(() => new Date(start + (ticks += 1)));
});
afterAll(() => server.close());

const contracts = async (): Promise<readonly ContractView[]> => JSON.parse((await server.get('/api/contracts')).body);

function add(name: string, plan: string): Promise<string> {
  const { tenancy, tenantId } = server;
  const contract = { name, plan, upstreamUrl: 'https://vendor.example', organizationId: 'org-1' };
  return addContract(tenancy, { tenantId, ...contract, credential: contractCredential, actor: 'command_line' });
}

const text = `contracts:
  emea:
    plan: anthropic/enterprise
    organization: org-1
    startsOn: 2026-01-01
    zdr: {since: 2026-01-15, document: order form 4711}
    retentionDays: 7
    region: EU
    owner: Legal
    reviewOn: 2026-11-25
  old: {plan: acme/strange, endsOn: 2026-11-25}
workspaces: {billing: {contract: emea}, site: {}}
`;

test('the posture is told to who is signed in, and a stale fact raises the alarm of every page', async () => {
  const { tenancy, tenantId } = server;
  const setup = async () => JSON.parse((await server.get('/api/setup')).body) as { alarmedFacts: readonly string[] };
  expect((await setup()).alarmedFacts).toEqual([]);
  await recordComparison(tenancy, tenantId, comparison(tenancy.now(), 'any', { alarms: [staleFact] }));
  expect((await setup()).alarmedFacts).toEqual(['anth-com-training']);
  const { status, body } = await server.get('/api/posture');
  expect([status, JSON.parse(body)]).toMatchObject([
    200,
    { alarms: [staleFact], controls: [{ id: 'telemetry-off' }, ...Array.from({ length: 14 }, () => ({}))] },
  ]);
});

test('a contract is told with its plan and with what the policy says of it', async () => {
  const id = await add('emea', 'enterprise');
  await add('plain', 'nonsense');
  server.govern(rulesInForce({ files: [{ name: 'octroi.yaml', text }] }));
  const [emea, plain, old] = await contracts();
  expect(emea).toMatchObject({
    name: 'emea',
    held: { id, organizationId: 'org-1', stoppedAt: null },
    faults: [],
    vendorName: 'Anthropic',
    planName: 'Claude Enterprise',
    audience: 'commercial',
    terms: {
      zdr: { since: '2026-01-15', document: 'order form 4711' },
      trainingOptOut: null,
      retentionDays: 7,
      region: 'EU',
      owner: 'Legal',
      reviewOn: '2026-11-25',
      isReviewOverdue: true,
      isOver: false,
      workspaces: ['billing'],
    },
  });
  expect(plain).toMatchObject({ audience: 'unknown', planName: 'nonsense', terms: null });
  expect(old).toMatchObject({
    name: 'old',
    held: null,
    vendorName: 'acme',
    planName: 'strange',
    terms: { isOver: true },
  });
});

test('a review is not overdue on its day', async () => {
  const yaml = text.replace('reviewOn: 2026-11-25', 'reviewOn: 2026-11-26');
  server.govern(rulesInForce({ files: [{ name: 'octroi.yaml', text: yaml }] }));
  expect((await contracts())[0]?.terms?.isReviewOverdue).toBe(false);
});

test('no credential is told', async () => {
  expect((await server.get('/api/contracts')).body).not.toContain(contractCredential.slice(-12));
});

test('a stopped contract goes on when it is let, once, and the gateway hears of it', async () => {
  const { tenancy, tenantId } = server;
  const [contract] = await contracts();
  const contractId = contract?.held?.id ?? '';
  const mismatch = { expectedOrganizationId: 'org-1', answeredOrganizationId: 'org-2' };
  await stopContract(tenancy, { tenantId, contractId, exchangeId: timeOrderedId(), ...mismatch });
  expect((await contracts())[0]?.held).toMatchObject({ stoppedReason: 'organization_mismatch' });
  expect((await server.post(`/api/contracts/${contractId}/resume`)).status).toBe(204);
  expect((await contracts())[0]?.held?.stoppedAt).toBeNull();
  expect(server.forgotten).toEqual([tenantId]);
  const again = await server.post(`/api/contracts/${contractId}/resume`);
  expect([again.status, JSON.parse(again.body).code]).toEqual([409, 'tenancy_contract_active']);
  const { status, body } = await server.post('/api/contracts/nonsense/resume');
  expect([status, JSON.parse(body).code]).toEqual([404, 'tenancy_contract_unknown']);
});

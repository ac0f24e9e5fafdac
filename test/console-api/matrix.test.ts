import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { matrixCsv } from '../../src/console-api/matrix-csv.ts';
import type { MatrixRowView, MatrixView } from '../../src/console-api/policy-contract.ts';
import { buildMatrix, loadPolicy, planFactsOf } from '../../src/policy/index.ts';
import { addContract } from '../../src/tenancy/index.ts';
import { type ConsoleServer, startConsoleServer } from '../support/console-server.ts';
import { contractCredential } from '../support/gateway.ts';
import { rulesInForce } from '../support/rules.ts';

let server: ConsoleServer;

beforeAll(async () => {
  server = await startConsoleServer();
});
afterAll(() => server.close());

async function matrix(query = ''): Promise<MatrixView> {
  const { status, body } = await server.get(`/api/matrix${query}`);
  expect([status, body.slice(0, 200)]).toEqual([200, body.slice(0, 200)]);
  return JSON.parse(body);
}

const verdicts = ({ rows }: MatrixView, plan: string, label: string): readonly string[] =>
  rows
    .filter((row) => `${row.vendor}/${row.plan}` === plan)
    .map(({ cells }) =>
      cells
        .filter((cell) => cell.label === label)
        .map(({ verdict }) => verdict)
        .join(' '),
    );

test('the matrix is what the policy decides, plan by plan, and says why in both languages', async () => {
  const shown = await matrix('?on=2026-11-20');
  const policy = loadPolicy([]);
  const plans = openCatalogue(shippedData).plans(new Date('2026-11-20T00:00:00Z')).map(planFactsOf);
  const built = buildMatrix(policy, { plans, at: '2026-11-20T00:00:00.000Z', workspace: '' });
  expect(shown.rows.map(({ cells }) => cells)).toEqual(built.map(({ cells }) => cells));
  expect(shown.rows.map(({ vendor, plan }) => `${vendor}/${plan}`)).toEqual(
    built.map(({ plan }) => `${plan.vendor}/${plan.plan}`),
  );
  expect(shown).toMatchObject({ policyVersion: policy.version, on: '2026-11-20', workspace: null });
  const reasons = new Set(shown.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.reasons)));
  for (const reason of reasons) {
    expect(shown.reasons[reason]?.en.text).toMatch(/\w/);
    expect(shown.reasons[reason]?.fr.text).not.toBe(shown.reasons[reason]?.en.text);
  }
  expect(Object.keys(shown.reasons).toSorted()).toEqual([...reasons].toSorted());
});

test('a plan is refused on the day its terms let the vendor train, and not before', async () => {
  const [before, after] = [await matrix('?on=2025-08-01'), await matrix('?on=2026-11-20')];
  expect(after.rows.length).toBeGreaterThan(before.rows.length);
  expect(verdicts(before, 'anthropic/enterprise', 'internal')[0]).toMatch(/^allow redact/);
  expect(verdicts(after, 'anthropic/max', 'public')).toEqual(['block block block block']);
});

test('a contract stands in the row that its agreements entitle it to', async () => {
  const { tenancy, tenantId } = server;
  const contract = { plan: 'enterprise', upstreamUrl: 'https://vendor.example', organizationId: undefined };
  const credential = contractCredential;
  for (const name of ['bare', 'agreed', 'later', 'unseen'])
    await addContract(tenancy, { ...contract, tenantId, name, credential, actor: 'command_line' });
  const files = [
    {
      name: 'octroi.yaml',
      text: `contracts:
  agreed: {plan: anthropic/enterprise, zdr: {since: 2026-01-01, document: order 1}}
  later: {plan: anthropic/enterprise, zdr: {since: 2026-11-21, document: order 2}}
  unseen: {plan: anthropic/enterprise, zdr: {since: 2026-01-01, document: order 3}, reviewOn: 2026-11-20}
`,
    },
  ];
  server.govern(rulesInForce({ files }));
  const contracts = ({ rows }: MatrixView): unknown =>
    rows
      .filter(({ vendor, plan }) => vendor === 'anthropic' && plan === 'enterprise')
      .map((row: MatrixRowView) => [row.agreed, row.contracts]);
  expect(contracts(await matrix('?on=2026-11-20'))).toEqual([
    [[], ['bare', 'later']],
    [['zdr'], ['agreed', 'unseen']],
  ]);
  expect(contracts(await matrix('?on=2026-11-21'))).toEqual([
    [[], ['bare', 'unseen']],
    [['zdr'], ['agreed', 'later']],
  ]);
});

test('a workspace that needs zero data retention, or has a ceiling, has a matrix of its own', async () => {
  const text = 'workspaces: {vault: {zdr: true}, site: {ceiling: public}}\n';
  server.govern(rulesInForce({ files: [{ name: 'octroi.yaml', text }] }));
  expect((await matrix()).workspaces).toEqual(['default', 'site', 'vault']);
  expect(verdicts(await matrix('?workspace=vault'), 'anthropic/api', 'public')).toEqual([
    'block block block block',
    'allow redact redact redact',
  ]);
  expect(verdicts(await matrix('?workspace=site'), 'anthropic/team', 'internal')).toEqual(['block block block block']);
  expect(verdicts(await matrix(), 'anthropic/team', 'internal')).toEqual(['allow redact redact redact']);
});

test.each(['?on=2026-02-30', '?on=yesterday', '?until=2026-11-20', `?workspace=${'w'.repeat(121)}`])(
  'the question %s is refused',
  async (query) => {
    expect((await server.get(`/api/matrix${query}`)).status).toBe(422);
  },
);

test('the table has a line for each cell, in the language asked for', async () => {
  const text = 'labels: [{name: public}, {name: two}]\ndefaultLabel: public\n';
  server.govern(rulesInForce({ files: [{ name: 'octroi.yaml', text }] }));
  const { rows } = await matrix('?on=2026-11-20');
  const { body, headers } = await server.get('/api/matrix.csv?on=2026-11-20&language=fr');
  const lines = body.split('\r\n');
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="octroi-matrix-2026-11-20.csv"',
  });
  expect(lines[0]).toMatch(/^\uFEFFvendor,product,plan,audience,agreed,contracts,label,content,verdict,reasons,why,/);
  expect(lines).toHaveLength(1 + rows.reduce((sum, { cells }) => sum + cells.length, 0) + 1);
  const ofSecrets = lines.filter((line) => /^Anthropic,.*,public,un secret,caviardé,secret,/.test(line));
  expect(ofSecrets).not.toEqual([]);
  expect((await server.get('/api/matrix.csv?language=de')).status).toBe(422);
});

test('in the table, what people have named is neither a formula nor another column', async () => {
  const { rows, ...view } = await matrix('?on=2026-11-20');
  const [row] = rows;
  if (!row) throw new Error('no row');
  const hostile = { ...row, contracts: ['=HYPERLINK("https://evil.example")'], planName: 'Team, "the one"' };
  const [, line] = matrixCsv({ ...view, rows: [hostile] }, 'en').split('\r\n');
  expect(line).toContain(',"Team, ""the one""",');
  expect(line).toContain(',"\'=HYPERLINK(""https://evil.example"")",');
});

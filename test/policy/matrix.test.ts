import { expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import {
  buildMatrix,
  loadPolicy,
  type MatrixRow,
  type Policy,
  planFactsOf,
  unknownPlan,
} from '../../src/policy/index.ts';
import { commercialPlan, policyOf } from '../support/policy.ts';

const at = '2026-11-26T08:00:00Z';
const consumer = { ...commercialPlan, plan: 'max', audience: 'consumer', isZdrOffered: false } as const;
const optOut = { ...commercialPlan, plan: 'teams', training: 'unless_opted_out', isZdrOffered: false } as const;

function rows(policy: Policy, workspace = 'default'): readonly string[] {
  return buildMatrix(policy, { plans: [commercialPlan, consumer, optOut], at, workspace }).map(shown);
}

function shown({ plan, isAgreed, cells }: MatrixRow): string {
  const letters = cells.map(({ content, verdict }) => (content === 'plain' ? ' ' : '') + verdict.charAt(0)).join('');
  return `${plan.plan}${isAgreed ? '+' : ''}:${letters}`;
}

// By label, from public to prohibited: plain, secret, personal, dictionary.
test('the matrix is the policies’ own answer for each label and plan, as sold and with what is agreed on request', () => {
  expect(rows(loadPolicy([]))).toEqual([
    'api: arrr arrr arrr bbbb bbbb',
    'api+: arrr arrr arrr arrr bbbb',
    'max: bbbb bbbb bbbb bbbb bbbb',
    'teams: bbbb bbbb bbbb bbbb bbbb',
    'teams+: arrr arrr arrr bbbb bbbb',
  ]);
});

test('each cell says why', () => {
  const [api] = buildMatrix(loadPolicy([]), { plans: [commercialPlan], at, workspace: 'default' });
  const why = (label: string, content: string) =>
    api?.cells.find((cell) => cell.label === label && cell.content === content)?.reasons;
  expect(why('public', 'plain')).toEqual(['transmit']);
  expect(why('public', 'secret')).toEqual(['secret']);
  expect(why('restricted', 'plain')).toEqual(['label-needs-zdr']);
  expect(why('prohibited', 'plain')).toEqual(['label-never-leaves']);
});

test('it follows the company’s files: its workspace, its contracts’ ties, its policies', () => {
  const own = policyOf(
    'training: {required: true}\nworkspaces: {w: {ceiling: internal, zdr: true, contract: c}}\ncontracts: {c: {plan: api}}\nclients: {claude-cli: {minimumVersion: 99.0.0}}',
    '@id("no-names") @en("No names.") @fr("Pas de noms.")\nforbid (principal, action, resource) when { resource.findings.classes.contains("personal") };',
  );
  expect(rows(own, 'w').slice(0, 2)).toEqual(['api: bbbb bbbb bbbb bbbb bbbb', 'api+: arbr arbr bbbb bbbb bbbb']);
  expect(rows(own)[1]).toBe('api+: arbr arbr arbr arbr bbbb');
});

test('terms become facts: what trains unless one opts out, what cannot be held any more, what nobody describes', () => {
  const terms = openCatalogue(shippedData).plan('xai', 'api', new Date(at));
  expect(planFactsOf(terms)).toMatchObject({
    vendor: 'xai',
    plan: 'api',
    audience: 'commercial',
    training: 'no',
    isZdrOffered: true,
    personalDataNeedsZdr: true,
  });
  for (const training of ['user_setting', 'opt_out', 'per_product'] as const)
    expect(planFactsOf({ ...terms, training }).training).toBe('unless_opted_out');
  expect(planFactsOf({ ...terms, status: 'closed_to_new' }).audience).toBe('commercial');
  for (const status of ['ended', 'unrecorded'] as const)
    expect(planFactsOf({ ...terms, status }).audience).toBe('unknown');
  expect(planFactsOf({ ...terms, restrictions: ['no_distillation'] }).personalDataNeedsZdr).toBe(false);
  expect(unknownPlan('x', 'y')).toMatchObject({ vendor: 'x', plan: 'y', audience: 'unknown', isZdrOffered: false });
});

test('the catalogue’s Anthropic API leaves out of zero data retention what the default policies refuse there', () => {
  const facts = planFactsOf(openCatalogue(shippedData).plan('anthropic', 'api', new Date(at)));
  expect(facts).toMatchObject({ audience: 'commercial', training: 'no', isZdrOffered: true });
  for (const feature of ['files', 'batches', 'code_execution', 'mcp_connector'])
    expect(facts.featuresOutsideZdr).toContain(feature);
});

import { expect, test } from 'vitest';
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
  const terms = {
    vendor: 'xai',
    plan: 'api',
    status: 'offered',
    audience: 'commercial',
    businessUse: 'allowed',
    training: 'no_qualified',
    zdr: { offered: true, excludesFeatures: ['files'] },
    facts: [{ criterion: 'use_restriction', value: 'personal_data_zdr_only' }],
  } as const;
  expect(planFactsOf(terms)).toEqual({
    vendor: 'xai',
    plan: 'api',
    audience: 'commercial',
    businessUse: 'allowed',
    training: 'no',
    isZdrOffered: true,
    featuresOutsideZdr: ['files'],
    personalDataNeedsZdr: true,
  });
  for (const training of ['user_setting', 'opt_out', 'per_product'])
    expect(planFactsOf({ ...terms, training }).training).toBe('unless_opted_out');
  for (const training of ['unknown', 'a word of tomorrow', 'constructor'])
    expect(planFactsOf({ ...terms, training }).training).toBe('unknown');
  expect(planFactsOf({ ...terms, status: 'closed_to_new' }).audience).toBe('commercial');
  for (const status of ['ended', 'unrecorded']) expect(planFactsOf({ ...terms, status }).audience).toBe('unknown');
  expect(planFactsOf({ ...terms, facts: [] }).personalDataNeedsZdr).toBe(false);
  expect(unknownPlan('x', 'y')).toMatchObject({ vendor: 'x', plan: 'y', audience: 'unknown', isZdrOffered: false });
});

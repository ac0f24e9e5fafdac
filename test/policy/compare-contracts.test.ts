import { expect, test } from 'vitest';
import { compareContracts, type HeldContract, loadPolicy } from '../../src/policy/index.ts';

const named = (text: string) => loadPolicy([{ name: 'octroi.yaml', text }]).configuration.contracts;
const held: HeldContract = { name: 'ours', vendor: 'anthropic', plan: 'api', organizationId: 'org-1' };
const codes = (text: string, ...contracts: readonly HeldContract[]) =>
  compareContracts(named(text), contracts).map(
    ({ contract, code, inPolicy, held: holds }) => `${contract} ${code} ${inPolicy}|${holds}`,
  );

test('contracts that say the same, or of which the policy says less, are no fault', () => {
  expect(codes('contracts: {ours: {plan: anthropic/api, organization: org-1}}', held)).toEqual([]);
  expect(codes('contracts: {ours: {plan: anthropic/api}}', held)).toEqual([]);
  expect(codes('{}')).toEqual([]);
});

test('a contract that one of them alone has is told', () => {
  expect(codes('contracts: {theirs: {plan: anthropic/team}}', held)).toEqual([
    'ours contract_unnamed |anthropic/api',
    'theirs contract_unheld anthropic/team|',
  ]);
  expect(codes('{}', { ...held, name: 'toString' })).toEqual(['toString contract_unnamed |anthropic/api']);
});

test('a plan or an organisation that differs is told, and one that nobody compares', () => {
  const text = 'contracts: {ours: {plan: anthropic/enterprise, organization: org-2}}';
  expect(codes(text, held)).toEqual([
    'ours plan_differs anthropic/enterprise|anthropic/api',
    'ours organization_differs org-2|org-1',
  ]);
  expect(codes(text, { ...held, plan: 'enterprise', organizationId: null })).toEqual([
    'ours organization_unchecked org-2|',
  ]);
});

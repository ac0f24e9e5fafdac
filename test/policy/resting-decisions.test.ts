import { expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { decisionsRestingOn, loadPolicy } from '../../src/policy/index.ts';

const catalogue = openCatalogue(shippedData);
const on = new Date('2026-11-26T00:00:00Z');
const resting = (fact: string, cedar = '') =>
  decisionsRestingOn(loadPolicy(cedar === '' ? [] : [{ name: 'own.cedar', text: cedar }]), catalogue, on)([fact]);

test('a fact about training is what the policies rest on that ask for it, for each plan it speaks of', () => {
  const found = resting('anth-com-training');
  expect(found).toContain('plan-trains anthropic/api');
  expect(found).toContain('plan-training-unknown anthropic/api');
  expect(found.filter((each) => each.endsWith(' anthropic/api')).toSorted()).toEqual([
    'model-ignores-opt-out anthropic/api',
    'plan-training-unknown anthropic/api',
    'plan-trains anthropic/api',
  ]);
  expect(found.some((each) => each.includes('anthropic/pro'))).toBe(false);
});

test('a company’s own policy counts, and one that asks for nothing of a plan does not', () => {
  const own = (when: string): string =>
    `@id("own") @en("O.") @fr("O.")\nforbid (principal, action, resource) when { ${when} };`;
  expect(resting('anth-com-training', own('context.plan.training == "yes"'))).toContain('own anthropic/api');
  expect(resting('anth-com-training', own('resource.kind == "image"'))).not.toContain('own anthropic/api');
  expect(resting('no-such-fact')).toEqual([]);
});

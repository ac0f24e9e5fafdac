import { expect, test } from 'vitest';
import type { CatalogueView, FactView } from '../../src/console-api/catalogue-contract.ts';
import { contradictionsAmong, factsOf, vendorsShown } from '../../src/console/pages/catalogue/plans-shown.ts';

function fact(id: string, conflictsWith: readonly string[] = []): FactView {
  const dated = {
    source: null,
    confidence: 'high',
    validFrom: '2026-01-01',
    startIsUnknown: false,
    validTo: null,
  } as const;
  const said = { criterion: 'training', value: 'no', days: null, feature: null, features: [], models: [], note: null };
  return { id, ...said, conflictsWith, passages: [], ...dated, reviewBy: '2027-01-01', isOverdue: false };
}

function plan(id: string, audience: 'consumer' | 'commercial', facts: readonly string[] = []) {
  const ends = { supersededBy: null, endOfSupport: null };
  return {
    id,
    name: id,
    audience,
    status: 'offered',
    businessUse: 'allowed',
    isOverdue: false,
    contested: [],
    facts,
    ...ends,
  } as const;
}

const product = { supersededBy: null, endOfSupport: null, note: null };
const catalogue: CatalogueView = {
  version: '1',
  digest: 'd',
  on: '2026-11-23',
  overdue: 0,
  nextReviewBy: null,
  contradictions: 0,
  vendors: [
    {
      id: 'a',
      name: 'A',
      facts: [fact('2'), fact('1')],
      products: [
        {
          id: 'p',
          name: 'P',
          ...product,
          plans: [plan('free', 'consumer'), plan('team', 'commercial', ['1', '3', '2'])],
        },
        { id: 'q', name: 'Q', ...product, plans: [plan('solo', 'consumer')] },
      ],
    },
    { id: 'b', name: 'B', facts: [], products: [{ id: 'r', name: 'R', ...product, plans: [plan('one', 'consumer')] }] },
  ],
};

const shown = (search: Parameters<typeof vendorsShown>[1]) =>
  vendorsShown(catalogue, search).map(({ id, products }) => [
    id,
    ...products.flatMap(({ plans }) => plans.map((its) => its.id)),
  ]);

test('filters leave vendors with plans, and products with plans', () => {
  expect(shown({})).toEqual([
    ['a', 'free', 'team', 'solo'],
    ['b', 'one'],
  ]);
  expect(shown({ audience: 'commercial' })).toEqual([['a', 'team']]);
  expect(shown({ vendor: 'b' })).toEqual([['b', 'one']]);
  expect(shown({ vendor: 'b', audience: 'commercial' })).toEqual([]);
  expect(shown({ vendor: 'nobody' })).toEqual([]);
});

test('facts come in the order of the plan; one that is not there is left out', () => {
  const [vendor] = catalogue.vendors;
  expect(vendor && factsOf(vendor, ['1', '3', '2']).map(({ id }) => id)).toEqual(['1', '2']);
});

test('facts that contradict each other stand together, each once, however they are chained', () => {
  const facts = [fact('a', ['c']), fact('b'), fact('c', ['a', 'd']), fact('d', ['c']), fact('e', ['gone'])];
  expect(contradictionsAmong(facts).map((group) => group.map(({ id }) => id))).toEqual([['a', 'c', 'd']]);
  expect(contradictionsAmong([])).toEqual([]);
});

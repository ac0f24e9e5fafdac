import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import type { CatalogueView, ClaimsView } from '../../src/console-api/catalogue-contract.ts';
import { type ConsoleServer, startConsoleServer } from '../support/console-server.ts';

// A day on which the shipped catalogue's reviews are partly past.
const late = new Date('2027-04-01T12:00:00Z');
const catalogue = openCatalogue(shippedData);

let server: ConsoleServer;
let now = late;

beforeAll(async () => {
  server = await startConsoleServer(() => now);
});
afterAll(() => server.close());

const read = async <T>(url: string): Promise<T> => JSON.parse((await server.get(url)).body);
const factsOf = (view: CatalogueView, vendor: string) => view.vendors.find(({ id }) => id === vendor)?.facts ?? [];

test('every plan known that day is there with the facts in force, each with its source', async () => {
  const view = await read<CatalogueView>('/api/catalogue?on=2026-11-23');
  const plans = view.vendors.flatMap(({ id, products }) =>
    products.flatMap((product) => product.plans.map((plan) => ({ key: `${id}/${plan.id}`, plan }))),
  );
  expect(plans.length).toBeGreaterThan(50);
  for (const { key, plan } of plans) {
    const [vendor = '', id = ''] = key.split('/');
    const terms = catalogue.plan(vendor, id, new Date('2026-11-23'));
    expect(plan.facts.toSorted()).toEqual(terms.facts.map((fact) => fact.id).toSorted());
    expect(plan.contested).toEqual(terms.contested);
  }
  for (const fact of view.vendors.flatMap(({ facts }) => facts))
    expect(fact.source).toMatchObject({
      url: expect.stringMatching(/^https:|^measured$/),
      datedOn: expect.any(String),
    });
});

test('the day is the catalogue’s: a plan of before has the terms of before', async () => {
  const training = async (on: string) => {
    const view = await read<CatalogueView>(`/api/catalogue?on=${on}`);
    const plan = view.vendors[0]?.products.flatMap(({ plans }) => plans).find(({ id }) => id === 'pro');
    const facts = factsOf(view, 'anthropic').filter(({ id }) => plan?.facts.includes(id));
    return facts.filter(({ criterion }) => criterion === 'training').map(({ value }) => value);
  };
  expect(await training('2025-08-01')).not.toEqual(await training('2026-11-23'));
  expect((await read<CatalogueView>('/api/catalogue?on=1999-01-01')).vendors).toEqual([]);
});

test('a contradiction is told on both sides, while both are in force', async () => {
  const facts = factsOf(await read<CatalogueView>('/api/catalogue?on=2026-11-23'), 'mistral');
  const conflicts = (id: string) => facts.find((fact) => fact.id === id)?.conflictsWith;
  expect(conflicts('mis-com-training')).toEqual(['mis-help-training']);
  expect(conflicts('mis-help-training')).toEqual(['mis-com-training']);
});

test('what somebody should have read again by now is marked, whatever day is looked at', async () => {
  const view = await read<CatalogueView>('/api/catalogue?on=2026-11-23');
  const overdue = view.vendors.flatMap(({ facts }) => facts).filter(({ isOverdue }) => isOverdue);
  expect(view.overdue).toBeGreaterThan(0);
  expect(overdue.length).toBeGreaterThan(0);
  expect(overdue.every(({ reviewBy }) => reviewBy < '2027-04-01')).toBe(true);
  now = new Date('2026-11-23T12:00:00Z');
  const before = await read<CatalogueView>('/api/catalogue?on=2026-11-23');
  expect(before).toMatchObject({ overdue: 0, nextReviewBy: '2027-02-21' });
  expect(before.vendors.flatMap(({ facts }) => facts).some(({ isOverdue }) => isOverdue)).toBe(false);
});

test('claims come with their evidence and the facts behind it, those of the past too', async () => {
  const { claims } = await read<ClaimsView>('/api/claims?on=2026-11-23');
  expect(claims.length).toBe(catalogue.claims(new Date('2026-11-23')).length);
  const claim = claims.find(({ id }) => id === 'no-training-pro-max');
  expect(claim).toMatchObject({ verdict: 'superseded', topic: 'training' });
  expect(claim?.facts.map(({ id }) => id)).toContain('hist-anth-con-notrain');
  expect(claim?.facts.every(({ source, vendor }) => source !== null && vendor === 'Anthropic')).toBe(true);
  expect((await read<ClaimsView>('/api/claims?on=2026-11-01')).claims).toEqual([]);
});

test.each(['/api/catalogue?on=today', '/api/claims?on=2026-13-01', '/api/catalogue?vendor=x'])(
  '%s is refused',
  async (url) => {
    expect((await server.get(url)).status).toBe(422);
  },
);

import { expect, test } from 'vitest';
import { criteria, openCatalogue, reviewCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { catalogue as english } from '../../src/messages/en/catalogue.ts';
import { catalogue as french } from '../../src/messages/fr/catalogue.ts';
import { catalogueText } from '../../src/messages/index.ts';

const catalogue = openCatalogue(shippedData);
const today = new Date('2026-11-26T12:00:00Z');
const { vendors } = catalogue.data;

test('every value names a source that has an address, a date, and the day it was read', () => {
  const entries = catalogue.entries();
  expect(entries.length).toBeGreaterThan(550);
  for (const { key } of entries) {
    const source = catalogue.sourceOf(key);
    expect(source, key).toMatchObject({ datedOn: expect.any(String), readOn: expect.any(String) });
    expect(source?.url === 'measured' || source?.url.startsWith('https://'), key).toBe(true);
    expect((source?.datedOn ?? '') <= (source?.readOn ?? ''), key).toBe(true);
  }
});

test('no source stands there that nothing rests on', () => {
  const idle = vendors.flatMap((vendor) => {
    const used = new Set(
      catalogue
        .entries()
        .filter(({ sources }) => sources === vendor.sources)
        .map(({ value }) => value.source),
    );
    return vendor.sources.filter(({ id }) => !used.has(id)).map(({ id }) => `${vendor.id}/${id}`);
  });
  expect(idle).toEqual([]);
});

test('no review was overdue when this version was made, and none is far off', () => {
  expect(reviewCatalogue(catalogue, today).overdue).toEqual([]);
  const far = catalogue.entries().filter(({ value }) => value.reviewBy > '2027-06-01');
  expect(far.map(({ key }) => key)).toEqual([]);
});

test('what is less certain is read again sooner, and what was measured soonest: clients change by the week', () => {
  const by = (confidence: string, isMeasured: boolean): readonly string[] =>
    catalogue
      .entries()
      .filter(({ key, value }) => {
        return value.confidence === confidence && (catalogue.sourceOf(key)?.url === 'measured') === isMeasured;
      })
      .map(({ value }) => value.reviewBy)
      .toSorted();
  expect((by('low', false).at(-1) ?? '') < (by('medium', false)[0] ?? '')).toBe(true);
  expect((by('medium', false).at(-1) ?? '') < (by('high', false)[0] ?? '')).toBe(true);
  expect((by('high', true).at(-1) ?? '') < (by('medium', false)[0] ?? '')).toBe(true);
});

test.each([
  ['anthropic', ['free', 'pro', 'max', 'team', 'enterprise', 'api', 'bedrock', 'google-cloud', 'foundry']],
  ['github', ['free', 'pro', 'pro-plus', 'max', 'student', 'business', 'enterprise']],
  [
    'aws',
    ['codewhisperer-individual', 'codewhisperer-professional', 'q-free', 'q-pro', 'kiro-free', 'kiro-enterprise'],
  ],
  ['openai', ['free', 'go', 'plus', 'pro', 'business', 'enterprise', 'api']],
  ['mistral', ['free', 'student', 'pro', 'team', 'enterprise', 'api-experiment', 'api-scale']],
  ['xai', ['consumer', 'business', 'api']],
  ['perplexity', ['free', 'pro', 'max', 'enterprise', 'api']],
  ['google', ['gemini-app', 'code-assist-individuals', 'code-assist-standard', 'code-assist-enterprise']],
  ['cursor', ['individual', 'teams', 'enterprise']],
  ['cognition', ['free', 'pro', 'teams', 'enterprise']],
])('%s is there with its plans', (vendor, plans) => {
  for (const plan of plans) expect(catalogue.plan(vendor, plan, today).vendor).toBe(vendor);
});

test('lineage: CodeWhisperer became Amazon Q Developer, which Kiro takes the place of', () => {
  const products = vendors.find(({ id }) => id === 'aws')?.products ?? [];
  const of = (id: string): object | undefined => products.find((product) => product.id === id);
  expect(of('codewhisperer')).toMatchObject({ supersededBy: 'amazon-q-developer', endOfSupport: '2024-04-30' });
  expect(of('amazon-q-developer')).toMatchObject({ supersededBy: 'kiro', endOfSupport: '2027-04-30' });
  expect(catalogue.plan('aws', 'q-pro', new Date('2026-05-14')).status).toBe('offered');
  expect(catalogue.plan('aws', 'q-pro', new Date('2026-05-15')).status).toBe('closed_to_new');
  expect(catalogue.plan('aws', 'q-pro', new Date('2027-04-30')).status).toBe('ended');
});

test('every consumer plan that says so forbids business use, and no commercial plan does', () => {
  const forbidden = catalogue.plans(today).filter(({ businessUse }) => businessUse === 'forbidden');
  expect(forbidden.map(({ vendor, plan }) => `${vendor}/${plan}`)).toEqual([
    'anthropic/free',
    'anthropic/pro',
    'anthropic/max',
  ]);
  expect(forbidden.every(({ restsOn }) => restsOn.businessUse.includes('anth-con-nocom'))).toBe(true);
});

test('contradictions between sources are kept, each with both its facts', () => {
  const { contradictions } = reviewCatalogue(catalogue, today);
  expect(contradictions.length).toBeGreaterThanOrEqual(10);
  expect(contradictions).toContainEqual(['anth-hipaa-covered', 'anth-hipaa-excluded']);
});

test('every criterion, value, verdict and confidence has its word in both languages', () => {
  const keys = [
    ...Object.keys(criteria).map((name) => `criterion.${name}`),
    ...Object.values(criteria).flatMap((values) => values.map((value) => `value.${value}`)),
  ];
  for (const key of keys) {
    expect(english, key).toHaveProperty([key]);
    expect(french, key).toHaveProperty([key]);
  }
  const known = new Set([...keys, 'value.with_days']);
  const idle = Object.keys(english).filter((key) => /^(criterion|value)\./.test(key) && !known.has(key));
  expect(idle).toEqual([]);
});

test('a value with days says how many, in both languages', () => {
  for (const fact of vendors.flatMap(({ facts }) => facts).filter(({ value }) => /(^|_)days(_|$)/.test(value))) {
    for (const language of ['en', 'fr'] as const)
      expect(catalogueText(language, `value.${fact.value}`, { days: fact.days ?? 0 })).toContain(String(fact.days));
  }
});

test('no passage is longer than 24 words, and none stands in the project as a whole text', () => {
  const anchors = vendors.flatMap(({ facts }) => facts.flatMap((one) => one.anchors ?? []));
  expect(anchors.length).toBeGreaterThanOrEqual(112);
  expect(Math.max(...anchors.map(({ passage }) => passage.split(/\s+/).length))).toBeLessThanOrEqual(24);
});

test('statements of the white paper carry a verdict, both languages and the facts they were judged by', () => {
  const claims = catalogue.claims(today);
  expect(new Set(claims.map(({ verdict }) => verdict))).toEqual(
    new Set(['holds', 'holds_in_part', 'superseded', 'false', 'unproven']),
  );
  expect(claims.find(({ id }) => id === 'no-training-pro-max')?.verdict).toBe('superseded');
  for (const { id, facts, source } of claims) expect(facts.length > 0 || source === 'measured', id).toBe(true);
});

test('the registry of npm is named by a symbol', () => {
  const found = catalogue.hostsNamed('packages.example', today, { npmRegistry: 'packages.example' });
  expect(found.map(({ pattern }) => pattern)).toEqual(['npm-registry']);
  expect(catalogue.hostsNamed('packages.example', today)).toEqual([]);
});

test('telemetry that shares the host of inference is told apart by path, with what stops it', () => {
  const [api] = catalogue.hostsNamed('api.anthropic.com', today);
  const events = api?.paths?.find(({ path }) => path === '/api/event_logging/v2/batch');
  expect(events).toMatchObject({ purpose: 'telemetry', stoppedBy: expect.arrayContaining(['DISABLE_TELEMETRY']) });
});

test('a client is there with its variables, its settings and the versions things need', () => {
  const client = catalogue.client('claude-code', today);
  expect(client?.variables.find(({ name }) => name === 'DISABLE_TELEMETRY')?.readAs).toBe('presence');
  expect(client?.documented?.variables?.names).toHaveLength(339);
  expect(client?.documented?.settings?.keys).toHaveLength(210);
  expect(client?.capabilities.find(({ name }) => name === 'gateway-sign-in')?.minimumVersion).toBe('2.1.195');
  expect(catalogue.client('nobody', today)).toBeUndefined();
});

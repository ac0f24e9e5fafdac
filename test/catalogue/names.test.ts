import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';

const catalogue = openCatalogue(shippedData);
const on = new Date('2026-11-26T00:00:00Z');

const firstHost = (name: string): string | undefined => catalogue.hostsNamed(name, on)[0]?.pattern;

test.each([
  ['api.anthropic.com', 'api.anthropic.com'],
  ['API.Anthropic.com.', 'api.anthropic.com'],
  ['api.anthropic.com:443', 'api.anthropic.com'],
  ['api.business.githubcopilot.com', '*.business.githubcopilot.com'],
  ['a.b.business.githubcopilot.com', '*.business.githubcopilot.com'],
  ['api.githubcopilot.com', 'api.githubcopilot.com'],
  ['proxy.githubcopilot.com', '*.githubcopilot.com'],
  ['q.eu-central-1.amazonaws.com', 'q.*.amazonaws.com'],
  ['portal.sso.eu-west-1.amazonaws.com', '*.sso.*.amazonaws.com'],
])('%s is %s', (name, pattern) => {
  expect(firstHost(name)).toBe(pattern);
});

test.each([
  ['business.githubcopilot.com.example'],
  ['evilapi.anthropic.com.example'],
  ['xapi.anthropic.com'],
  ['q.a.b.amazonaws.com'],
  ['q..amazonaws.com.'],
  ['anthropic.com'],
  [''],
])('%s is none of them', (name) => {
  expect(catalogue.hostsNamed(name, on).map(({ pattern }) => pattern)).not.toContainEqual(
    expect.stringMatching(/business|api\.anthropic|q\.\*/),
  );
});

test('a host outside its plan is known by its plan', () => {
  expect(catalogue.hostsNamed('x.individual.githubcopilot.com', on)[0]?.plans).toEqual(['free', 'pro', 'pro-plus']);
});

const label = fc.stringMatching(/^[a-z0-9]{1,12}$/);

test('a pattern with a leading star takes in every name below it and nothing beside it', () => {
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), (labels) => {
      expect(firstHost(`${labels.join('.')}.business.githubcopilot.com`)).toBe('*.business.githubcopilot.com');
      expect(firstHost(`${labels.join('')}business.githubcopilot.com`)).not.toBe('*.business.githubcopilot.com');
    }),
  );
});

test.each([
  'claude-fable-5',
  'claude-fable-5-1',
  'claude-fable-5.1',
  'claude-fable-5-20260609',
  'claude-fable-5[1m]',
  'claude-mythos-5@20260609',
  'us.anthropic.claude-mythos-5-1-20260901-v1:0',
  'anthropic/claude-fable-5',
  'Claude Fable 5',
  'CLAUDE-FABLE5',
])('%s is a Covered Model, on every route', (name) => {
  expect(catalogue.model('anthropic', name, on)).toMatchObject({ zdrExcluded: true, ignoresOptOut: false });
});

test.each(['claude-opus-4-8', 'claude-fable-50', 'claude-mythos-4-5', 'claude-sonnet-5', 'fables-of-5', ''])(
  '%s is none',
  (name) => {
    expect(catalogue.model('anthropic', name, on)).toEqual({
      rules: [],
      zdrExcluded: false,
      ignoresOptOut: false,
      restsOn: [],
    });
  },
);

test('no Covered Model before the rule, and none of a vendor without one', () => {
  expect(catalogue.model('anthropic', 'claude-fable-5', new Date('2026-06-08')).zdrExcluded).toBe(false);
  expect(catalogue.model('anthropic', 'claude-fable-5', new Date('2026-06-09')).zdrExcluded).toBe(true);
  expect(catalogue.model('openai', 'claude-fable-5', on).zdrExcluded).toBe(false);
});

test.each([
  ['labs-devstral-2', true],
  ['Labs-leanstral', true],
  ['labs', true],
  ['mistralai/labs-mistral-small', true],
  ['mistral-large-3', false],
  ['mistral-labs-large', false],
])('Mistral’s %s ignores an opt-out: %s', (name, ignores) => {
  expect(catalogue.model('mistral', name, on).ignoresOptOut).toBe(ignores);
});

test('what is written around a family never hides it', () => {
  const around = fc.stringMatching(/^[a-z]{0,8}$/);
  fc.assert(
    fc.property(around, fc.constantFrom('.', '-', '_', '/', ' ', ':'), around, (before, mark, after) => {
      const name = `${before}${mark}fable-5${mark}${after}`;
      expect(catalogue.model('anthropic', name, on).zdrExcluded).toBe(true);
    }),
  );
});

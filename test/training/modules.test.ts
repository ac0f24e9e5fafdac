import { describe, expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { trainingModuleText } from '../../src/messages/index.ts';
import { keysOf } from '../../src/training/modules/catalogue-words.ts';
import { findModule, readModule, type TrainingRules, trainingModules } from '../../src/training/index.ts';
import { moduleVersion } from '../../src/training/modules/read-module.ts';
import { answerQuestions, askQuestions, drawQuestions } from '../../src/training/questions/draw-questions.ts';
import { catalogue } from '../support/training.ts';

const on = new Date('2026-11-27T08:00:00Z');
const teaching = { catalogue, on };
const plans = findModule('commercial-or-consumer');
if (!plans) throw new Error('commercial-or-consumer');

/** The catalogue octroi comes with, and one fact in it that says something else. */
function catalogueWhere(factId: string, change: object): TrainingRules['catalogue'] {
  const data = structuredClone(shippedData) as { vendors: { facts: { id: string }[] }[] };
  for (const { facts } of data.vendors) for (const fact of facts) if (fact.id === factId) Object.assign(fact, change);
  return openCatalogue(data);
}

describe.each(trainingModules.map((module) => [module.id, module] as const))('%s', (id, module) => {
  test('is read whole in both languages, with what the catalogue says and where it was read', () => {
    for (const language of ['en', 'fr'] as const) {
      const read = readModule(module, language, teaching);
      expect(read.withdrawn).toBe(0);
      const paragraphs = read.sections.flatMap((section) => section.paragraphs);
      for (const { text, sources } of paragraphs) {
        expect(text).not.toMatch(/[{}]|undefined|\.\.| {2}/);
        for (const { url, datedOn } of sources)
          expect([url, datedOn]).toEqual([
            expect.stringMatching(/^https:|^measured$/),
            expect.stringMatching(/^\d{4}-/),
          ]);
      }
      expect(read.statement).toContain(read.title);
      expect(read.statement).toContain(read.version);
    }
  });

  test('names nothing that is not in the catalogue, and the same in both languages', () => {
    const keys = new Set(catalogue.entries(on).map(({ key }) => key));
    const claims = Object.assign({}, ...Object.values(module.paragraphs), ...Object.values(module.questions));
    const [english, french] = (['en', 'fr'] as const).map((language) =>
      JSON.stringify(trainingModuleText(id, language)),
    );
    expect(keysOf(english ?? '', claims).filter((key) => !keys.has(key))).toEqual([]);
    expect(keysOf(english ?? '', {}).toSorted()).toEqual(keysOf(french ?? '', {}).toSorted());
  });

  test('claims something only of passages and questions that there are', () => {
    const { sections, questions } = trainingModuleText(id, 'en');
    const passages = new Set(
      Object.entries(sections).flatMap(([name, { paragraphs }]) =>
        Object.keys(paragraphs).map((paragraph) => `${name}.${paragraph}`),
      ),
    );
    expect(Object.keys(module.paragraphs).filter((name) => !passages.has(name))).toEqual([]);
    expect(Object.keys(module.questions).filter((name) => questions[name] === undefined)).toEqual([]);
  });

  test('has twelve questions at least, each with four different answers and a reason', () => {
    for (const language of ['en', 'fr'] as const) {
      const { questions } = trainingModuleText(id, language);
      expect(Object.keys(questions).length).toBeGreaterThanOrEqual(12);
      for (const { text, right, wrong, why } of Object.values(questions)) {
        expect(new Set([right, ...wrong]).size).toBe(4);
        expect(Math.min(...[text, right, why, ...wrong].map(({ length }) => length))).toBeGreaterThan(1);
      }
    }
    const drawn = drawQuestions(module, teaching, { seed: '1' });
    expect(new Set(drawn).size).toBe(8);
  });

  test('does not give its right answers away by their length', () => {
    const { questions } = trainingModuleText(id, 'en');
    const longest = Object.values(questions).filter(({ right, wrong }) =>
      wrong.every(({ length }) => length < right.length),
    );
    expect(longest.length / Object.keys(questions).length).toBeLessThanOrEqual(0.8);
  });
});

test('a seed draws the same questions and order each time, another one others; right answers stand anywhere', () => {
  const drawn = drawQuestions(plans, teaching, { seed: 'a' });
  expect(drawQuestions(plans, teaching, { seed: 'a' })).toEqual(drawn);
  expect(drawQuestions(plans, teaching, { seed: 'b' })).not.toEqual(drawn);
  const asked = { module: plans, language: 'en', teaching, seed: 'a', ids: drawn } as const;
  expect(askQuestions(asked)).toEqual(askQuestions(asked));
  const places = Array.from({ length: 20 }, (_, seed) => answerQuestions({ ...asked, seed: String(seed) }, {})).flat();
  expect(new Set(places.map(({ right }) => right))).toEqual(new Set([0, 1, 2, 3]));
});

test('what is asked does not tell what is right', () => {
  const drawn = drawQuestions(plans, teaching, { seed: 'a' });
  const asked = askQuestions({ module: plans, language: 'en', teaching, seed: 'a', ids: drawn });
  for (const question of asked) expect(Object.keys(question)).toEqual(['id', 'text', 'answers']);
});

test('the same answer is right in both languages', () => {
  const ids = drawQuestions(plans, teaching, { seed: 'x' });
  const right = (language: 'en' | 'fr') =>
    answerQuestions({ module: plans, language, teaching, seed: 'x', ids }, {}).map((question) => question.right);
  expect(right('fr')).toEqual(right('en'));
});

test('a term that changes makes another version, says the new value, and takes back what it made untrue', () => {
  const changed = { catalogue: catalogueWhere('anth-com-training', { value: 'opt_out' }), on };
  expect(moduleVersion(plans, changed)).not.toBe(moduleVersion(plans, teaching));
  const read = JSON.stringify(readModule(plans, 'en', changed));
  expect(read).toContain('are models trained on what you send? Yes, unless opted out.');
  const seeds = Array.from({ length: 30 }, (_, seed) => drawQuestions(plans, changed, { seed: String(seed) })).flat();
  expect(seeds).not.toContain('team-training');
  expect(seeds).toContain('pro-training');
});

test('a passage whose claim the catalogue bears out no more is left out', () => {
  const changed = { catalogue: catalogueWhere('anth-con-training', { value: 'no' }), on };
  const read = readModule(plans, 'en', changed);
  expect(read.withdrawn).toBe(1);
  expect(JSON.stringify(read)).not.toContain('The switch is in the personal settings');
});

test('a wrong answer that has become a right one is asked no more', () => {
  const changed = { catalogue: catalogueWhere('anth-api-30', { value: 'days', days: 1825 }), on };
  const seeds = Array.from({ length: 30 }, (_, seed) => drawQuestions(plans, changed, { seed: String(seed) })).flat();
  expect(seeds).not.toContain('api-days');
});

test('reading a source again, on another day, asks nobody to renew', () => {
  const changed = { catalogue: catalogueWhere('anth-com-training', { reviewBy: '2028-01-01' }), on };
  expect(moduleVersion(plans, changed)).toBe(moduleVersion(plans, teaching));
});

test('questions about what was refused are drawn first', () => {
  const refused = findModule('what-was-refused-here');
  if (!refused) throw new Error('what-was-refused-here');
  const drawn = drawQuestions(refused, teaching, { seed: 'a', topics: ['dictionary', 'label'] });
  expect(
    drawn
      .slice(0, 4)
      .map((id) => id.split('-')[0])
      .toSorted(),
  ).toEqual(['dictionary', 'dictionary', 'label', 'label']);
});

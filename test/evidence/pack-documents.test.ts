import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ArchiveFile } from '../../src/documents/index.ts';
import { gather, type PackParts } from '../../src/evidence/index.ts';
import { packFiles } from '../../src/evidence/pack/pack-files.ts';
import { pack as englishPack } from '../../src/messages/en/pack.ts';
import { posture as englishPosture } from '../../src/messages/en/posture.ts';
import { pack as frenchPack } from '../../src/messages/fr/pack.ts';
import { posture as frenchPosture } from '../../src/messages/fr/posture.ts';
import { ensureTenant } from '../../src/tenancy/index.ts';
import { testTenancy } from '../support/books.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { appendSome, testSequencer } from '../support/log.ts';
import { packParts } from '../support/packs.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let database: TestDatabase;
let parts: PackParts;
const made = new Map<string, readonly ArchiveFile[]>();
const until = new Date().toISOString().slice(0, 10);

beforeAll(async () => {
  database = await createDatabase();
  const tenancy = testTenancy(database.store);
  const tenant = await ensureTenant(tenancy, 'Works & Sons <Ltd>');
  await appendSome(tenancy, tenant.id, 3);
  await testSequencer(tenancy).round();
  parts = await packParts(tenancy, tenant, new Date(Date.now() + 5_000));
  for (const language of ['fr', 'en'] as const) {
    const material = await gather(parts, { period: { from: '2026-01-01', until }, scope: undefined, language });
    made.set(language, (await packFiles(material)).files);
  }
});
afterAll(() => database.drop());

function textOf(name: string, language = 'en'): string {
  const found = made.get(language)?.find((file) => file.name === name);
  if (!found) throw new Error(name);
  return found.bytes.toString('utf8');
}

// Anything that says so of itself; that somebody did not comply, or a title that names the word, is none of it.
const claim =
  /\b(is|are|fully|est|sont|entièrement)\s+(compliant|conformes?)\b|\bcompliant\b|\bconformes?\b(?!\s+(à ce que|au registre))/i;

describe('nothing calls itself compliant', () => {
  test.each(['fr', 'en'])('no document of the pack in %s', (language) => {
    const texts = (made.get(language) ?? []).filter(({ name }) => /\.(json|jsonl|txt|csv|ods)$/.test(name));
    expect(texts.length).toBeGreaterThan(8);
    for (const { name, bytes } of texts)
      expect([name, claim.exec(bytes.toString('utf8'))?.[0]]).toEqual([name, undefined]);
  });

  test('no text that documents and the PDF are made of', () => {
    const texts = [englishPack, frenchPack, englishPosture, frenchPosture].flatMap((all) => Object.values(all));
    for (const text of texts) expect([text, claim.exec(text)?.[0]]).toEqual([text, undefined]);
  });

  test('the search finds what it is for', () => {
    for (const text of ['We are fully compliant.', 'Le poste est conforme.', 'GDPR compliant', 'pleinement conformes'])
      expect(claim.test(text)).toBe(true);
  });
});

const schemas = '/work/shared/schemas';
const isThere = existsSync(schemas);
if (!isThere) process.stderr.write(`OSCAL IS NOT CHECKED: ${schemas} is not here.\n`);

function validator(name: string): ValidateFunction {
  const schema = JSON.parse(readFileSync(`${schemas}/oscal_${name}_schema-1.0.6.json`, 'utf8')) as object;
  // Its formats are told by patterns as well.
  return new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
}

describe.skipIf(!isThere)('OSCAL 1.0.6', () => {
  test.each([
    ['catalog', 'oscal/catalog.json'],
    ['assessment-results', 'oscal/assessment-results.json'],
    ['poam', 'oscal/poam.json'],
  ])('%s validates against NIST’s schema, in both languages', (name, file) => {
    const validate = validator(name);
    for (const language of ['fr', 'en']) {
      const document = JSON.parse(textOf(file, language)) as object;
      validate(document);
      expect(validate.errors ?? []).toEqual([]);
    }
    expect(validate({ [name]: { uuid: 'x' } })).toBe(false);
  });

  test('what nobody can tell is not satisfied, and has a risk and an item', () => {
    const results = JSON.parse(textOf('oscal/assessment-results.json')) as Results;
    const [result] = results['assessment-results'].results;
    const zdr = result?.findings.find(({ target }) => target['target-id'] === 'zdr-evaluated_obj');
    expect(zdr?.target.status).toEqual({ state: 'not-satisfied', reason: 'other' });
    const milestones = JSON.parse(textOf('oscal/poam.json')) as Milestones;
    const titles = milestones['plan-of-action-and-milestones']['poam-items'].map(({ title }) => title);
    expect(titles).toContain('Zero retention was decided on, and the decision still holds');
  });
});

type Results = {
  readonly 'assessment-results': {
    readonly results: readonly {
      readonly findings: readonly {
        readonly target: {
          readonly 'target-id': string;
          readonly status: { readonly state: string; readonly reason: string };
        };
      }[];
    }[];
  };
};
type Milestones = {
  readonly 'plan-of-action-and-milestones': { readonly 'poam-items': readonly { readonly title: string }[] };
};

test('the register has every letter of article 30(1) and says what it leaves to the controller', () => {
  const { fields } = JSON.parse(textOf('register/processing.json')) as {
    fields: { article: string; isKnown: boolean }[];
  };
  const letters = new Set(fields.map(({ article }) => article));
  for (const letter of 'abcdefg') expect(letters).toContain(`30(1)(${letter})`);
  expect(fields.find(({ article }) => article === '6(1)')?.isKnown).toBe(false);
});

test('the PIA study answers what is known by the software’s own numbers, and evaluates nothing', () => {
  const study = JSON.parse(textOf('dpia/cnil-pia.json')) as {
    answers: { reference_to: number; data: { text: string } }[];
    measures: unknown[];
    evaluations: unknown[];
  };
  expect(study.answers.map(({ reference_to: question }) => question)).toEqual([111, 112, 121, 211, 215, 226, 227]);
  expect(study.measures).toHaveLength(15);
  expect(study.evaluations).toEqual([]);
  for (const { data } of study.answers) expect(data.text).toMatch(/^<p>[^<]+(<br>[^<]+)*<\/p>$/);
});

test('every fact about a processor has its source, its date and the day it was read', () => {
  const processors = JSON.parse(textOf('register/processors.json')) as { facts: Record<string, unknown>[] }[];
  expect(processors[0]?.facts.length).toBeGreaterThan(2);
  for (const fact of processors[0]?.facts ?? []) {
    expect(fact['source']).toMatch(/^https:|^measured/);
    expect(fact['readOn']).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
});

test('the ODS begins as OpenDocument does, and what people named stands in it as text', () => {
  const bytes = made.get('en')?.find(({ name }) => name.endsWith('.ods'))?.bytes ?? Buffer.alloc(0);
  expect(bytes.subarray(30, 38).toString()).toBe('mimetype');
  expect(bytes.toString('utf8')).toContain('<text:p>Works &amp; Sons &lt;Ltd&gt;</text:p>');
});

test('the pack has what staff and the works council are told, in its language, from the policy and catalogue it names', () => {
  for (const language of ['fr', 'en'])
    for (const kind of ['staff', 'charter', 'council', 'dpia']) {
      const text = textOf(`notices/${kind}.${language}.md`, language);
      expect(text).toContain(parts.policy.version);
      expect(text).toContain(parts.catalogue.version);
      expect(text).toContain('Works \\& Sons \\<Ltd\\>');
      expect(textOf(`notices/${kind}.${language}.pdf`, language).slice(0, 5)).toBe('%PDF-');
    }
  expect(textOf('notices/staff.en.md')).toMatch(/Claude API – kept: up to 30 days — Source: https/);
});

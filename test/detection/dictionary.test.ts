import { expect, test } from 'vitest';
import { buildRuleset, isValueList, makeValueList, readTerms, readValueList, scan } from '../../src/detection/index.ts';

const terms = [
  { text: 'Projet Séléné', kind: 'code_name' },
  { text: 'Duchêne & Fils', kind: 'client_name' },
  { text: 'srv-pay-01.corp', kind: 'hostname' },
];
const ruleset = buildRuleset({ terms });

const found = (text: string, rules = ruleset) =>
  scan(rules, text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

test('finds the company’s words without case and diacritics', () => {
  expect(found('Le PROJET SELENE avance, voir projet_séléné.md')).toEqual([
    'code_name PROJET SELENE',
    'code_name projet_séléné',
  ]);
  expect(found('chez duchene & fils')).toEqual(['client_name duchene & fils']);
  expect(found('ping srv-pay-01.corp')).toEqual(['hostname srv-pay-01.corp']);
});

test('finds whole words alone, and the very digits', () => {
  expect(found('projet selenes')).toEqual([]);
  expect(found('ping srv-pay-02.corp')).toEqual([]);
});

test('refuses terms that would be everywhere, and kinds no placeholder bears', () => {
  expect(() => buildRuleset({ terms: [{ text: 'ab', kind: 'x' }] })).toThrow('detection_dictionary_invalid');
  expect(() => buildRuleset({ terms: [{ text: 'abc', kind: 'Code Name' }] })).toThrow('detection_dictionary_invalid');
});

test('a change of the dictionary changes the version', () => {
  expect(buildRuleset({ terms: terms.slice(1) }).version).not.toBe(ruleset.version);
  expect(buildRuleset({ terms }).version).toBe(ruleset.version);
});

const list = makeValueList(['# customers', 'KD-48 213', 'C90.114.7', ''], {
  kind: 'customer_number',
  salt: Buffer.alloc(16, 3),
});

test('a list of values holds none of them', () => {
  expect(list).not.toMatch(/48|213|90114/);
});

test('finds listed values in any writing, and no others', () => {
  const rules = buildRuleset({ lists: [readValueList(list)] });
  expect(found('client kd48213, puis KD-48 213 et c90-114-7.', rules)).toEqual([
    'customer_number kd48213',
    'customer_number KD-48 213',
    'customer_number c90-114-7',
  ]);
  expect(found('client KD-48 214, XKD48213', rules)).toEqual([]);
});

test('refuses a list that was touched, and values that tell nothing', () => {
  expect(() => readValueList('x\n')).toThrow('detection_dictionary_invalid');
  expect(() => readValueList(`${list}zz\n`)).toThrow('detection_dictionary_invalid');
  expect(() => makeValueList(['12'], { kind: 'x', salt: Buffer.alloc(16) })).toThrow('detection_dictionary_invalid');
});

test('reads a dictionary in plain words, by kinds', () => {
  expect(
    readTerms('\ufeff# ours\r\nProjet Séléné\r\n\r\n[client_name]\n  Duchêne & Fils  \n[hostname]\nsrv-pay-01.corp'),
  ).toEqual([
    { text: 'Projet Séléné', kind: 'company_term' },
    { text: 'Duchêne & Fils', kind: 'client_name' },
    { text: 'srv-pay-01.corp', kind: 'hostname' },
  ]);
});

test.each([
  ['a term that would be everywhere', 'Hélios\nab', { index: 2, reason: 'length' }],
  ['a kind no placeholder bears', '# x\n[Client Name]\nHélios', { index: 2, reason: 'kind' }],
])('refuses %s, and names its line', (_, text, args) => {
  expect(() => readTerms(text)).toThrow(expect.objectContaining({ code: 'detection_dictionary_invalid', args }));
});

test('tells a built list from plain words', () => {
  expect(isValueList(list)).toBe(true);
  expect(isValueList('Projet Séléné\n')).toBe(false);
});

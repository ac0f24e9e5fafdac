import { expect, test } from 'vitest';
import { openCatalogue } from '../../src/catalogue/index.ts';
import { anchor, fact, type SmallCatalogue, smallData } from '../support/catalogue.ts';

type Vendor = Record<string, Record<string, unknown>[]>;

function vendorOf(data: SmallCatalogue): Vendor {
  return data.vendors[0] as Vendor;
}

function faultsOf(data: unknown): string {
  try {
    openCatalogue(data);
  } catch (fault) {
    expect(fault).toMatchObject({ code: 'catalogue_invalid' });
    return String((fault as { args: Record<string, unknown> }).args['faults']);
  }
  return '';
}

test('a small catalogue opens', () => {
  expect(faultsOf(smallData([fact({})]))).toBe('');
});

test.each([
  ['nothing', undefined, 'catalogue'],
  ['a catalogue of no vendors', { ...smallData(), vendors: [] }, 'vendors'],
  ['a version that is no day', { ...smallData(), version: '7' }, 'version'],
  ['a key nobody knows', { ...smallData(), extra: 1 }, 'extra'],
])('%s is refused', (_, data, where) => {
  expect(faultsOf(data)).toContain(where);
});

test.each([
  ['without a source', { source: undefined }, 'facts.0.source'],
  ['without a confidence', { confidence: undefined }, 'facts.0.confidence'],
  ['without a first day', { validFrom: undefined }, 'facts.0.validFrom'],
  ['without a day of review', { reviewBy: undefined }, 'facts.0.reviewBy'],
  ['with a day outside the calendar', { validFrom: '2026-02-30' }, 'facts.0.validFrom'],
  ['with a value its criterion does not know', { value: 'perhaps' }, 'facts.0.value'],
  ['with a value of another criterion', { value: 'uncapped' }, 'facts.0.value'],
  ['with a criterion that does not exist', { criterion: 'karma' }, 'facts.0.criterion'],
  ['with a note in one language', { note: { en: 'Yes.' } }, 'facts.0.note.fr'],
  ['of no plan', { plans: [] }, 'facts.0.plans'],
  ['with a passage of 25 words', { anchors: [anchor('word '.repeat(25).trim())] }, 'facts.0.anchors.0.passage'],
  ['of a source that is not listed', { source: 'rumour' }, 'fact:a-fact: no source rumour'],
  ['of a plan that does not exist', { plans: ['gold'] }, 'fact:a-fact: there is no gold in acme'],
  ['of a model that does not exist', { models: ['m-1'] }, 'fact:a-fact: there is no m-1 in acme'],
  ['that ends before it begins', { validTo: '2025-12-31' }, 'fact:a-fact: ends before it begins'],
  ['of days without a number', { criterion: 'retention', value: 'up_to_days' }, 'fact:a-fact: how many days?'],
  ['that leaves out features without naming them', { criterion: 'zdr_exclusion', value: 'features' }, 'which features'],
  ['that contradicts nothing', { conflictsWith: ['nobody'] }, 'fact:a-fact: nobody does not name it'],
])('a fact %s is refused', (_, changes, where) => {
  expect(faultsOf(smallData([fact(changes)]))).toContain(where);
});

test('two facts of one id, and a contradiction only one side knows of, are refused', () => {
  expect(faultsOf(smallData([fact({}), fact({})]))).toContain('fact:a-fact: stands there twice');
  const oneSided = [fact({ id: 'one', conflictsWith: ['two'] }), fact({ id: 'two' })];
  expect(faultsOf(smallData(oneSided))).toContain('fact:one: two does not name it as contradicting');
});

test.each([
  ['a source without a date', (vendor: Vendor) => delete vendor['sources']?.[0]?.['datedOn'], 'sources.0.datedOn'],
  ['a source without the day it was read', (vendor: Vendor) => delete vendor['sources']?.[0]?.['readOn'], 'readOn'],
  [
    'a source over plain HTTP',
    (vendor: Vendor) => Object.assign(vendor['sources']?.[0] ?? {}, { url: 'http://a.example' }),
    'url',
  ],
  [
    'a source twice',
    (vendor: Vendor) => vendor['sources']?.push({ ...vendor['sources'][0] }),
    'source:acme/terms: stands there twice',
  ],
  [
    'a product that gives way to none',
    (vendor: Vendor) => Object.assign(vendor['products']?.[0] ?? {}, { supersededBy: 'gone' }),
    'there is no gone',
  ],
])('%s is refused', (_, change, where) => {
  const data = smallData();
  change(vendorOf(data));
  expect(faultsOf(data)).toContain(where);
});

test('a claim by a fact that does not exist is refused', () => {
  const text = { en: 'It is so.', fr: 'C’est ainsi.' };
  const claim = { id: 'c', topic: 'zdr', statement: text, verdict: 'holds', evidence: text, facts: ['nobody'] };
  const dated = { source: 's', confidence: 'high', validFrom: '2026-01-01', reviewBy: '2027-01-01' };
  const source = { id: 's', url: 'measured', datedOn: '2026-01-01', dating: 'stated', readOn: '2026-01-01' };
  const data = { ...smallData(), claimSources: [source], claims: [{ ...claim, ...dated }] };
  expect(faultsOf(data)).toContain('claim:c: no fact nobody');
});

test('all faults are told at once', () => {
  const faults = faultsOf(smallData([fact({ value: 'perhaps', confidence: 'certain' }), fact({ id: 'b', days: -1 })]));
  for (const where of ['facts.0.value', 'facts.0.confidence', 'facts.1.days']) expect(faults).toContain(where);
});

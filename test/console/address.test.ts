import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Address, readAddress, writeAddress } from '../../src/console/address/address.ts';
import { changeTermsSearch, readTermsSearch } from '../../src/console/address/terms-search.ts';
import { changeSearch, isFiltered, queryOf, readSearch } from '../../src/console/address/list-search.ts';

const person = '01a214ec-5cc2-7308-bef5-f1f45a32b69b';

function read(address: string, remembered?: unknown): Address {
  const { pathname, search } = new URL(address, 'http://console');
  return readAddress(pathname, search, remembered);
}

test.each([
  [{ page: 'exchanges', search: {} }],
  [{ page: 'exchanges', search: { person, kind: 'file', verdict: 'block', span: 'week' } }],
  [{ page: 'exchanges', search: { verdict: 'redact' } }],
  [{ page: 'exchanges', search: { span: 'between', from: '2026-11-25T08:00:00.000Z' } }],
  [{ page: 'exchange', exchangeId: person, list: {} }],
  [{ page: 'matrix', search: {} }],
  [{ page: 'matrix', search: { vendor: 'aws', audience: 'commercial', on: '2026-11-23', workspace: 'a b/c' } }],
  [{ page: 'policy', view: 'rules' }],
  [{ page: 'policy', view: 'compare' }],
  [{ page: 'catalogue', view: 'vendors', search: { vendor: 'other-services' } }],
  [{ page: 'catalogue', view: 'comparison', search: { criteria: 'more' } }],
  [{ page: 'catalogue', view: 'claims', search: { verdict: 'holds_in_part' } }],
  [{ page: 'egress', view: 'flows', search: {} }],
  [{ page: 'egress', view: 'flows', search: { vendor: 'openai', effect: 'refused', audience: 'unknown' } }],
  [{ page: 'egress', view: 'around', search: {} }],
  [{ page: 'contracts' }],
  [{ page: 'trainings' }],
  [{ page: 'training', module: 'what-leaves-with-a-prompt' }],
  [{ page: 'team' }],
  [{ page: 'keys' }],
  [{ page: 'sign-in' }],
] as const)('an address is read as it was written: %j', (address) => {
  expect(read(writeAddress(address))).toEqual(address);
});

test('the start is the list, and what leads nowhere is told', () => {
  expect(read('/')).toEqual({ page: 'exchanges', search: {} });
  for (const lost of [
    '/nowhere',
    '/keys/1',
    '/exchanges/1/2',
    '/sign-in/x',
    '/matrix/1',
    '/contracts/1',
    '/team/1',
    '/trainings/1/2',
  ])
    expect(read(lost)).toEqual({ page: 'missing' });
  for (const lost of ['/policy/rules', '/policy/nowhere', '/catalogue/vendors', '/catalogue/claims/1'])
    expect(read(lost)).toEqual({ page: 'missing' });
});

test('an exchange remembers the list it was opened from, as far as that is one', () => {
  const list = { kind: 'image', span: 'hour' };
  expect(read('/exchanges/1', { list })).toMatchObject({ list });
  for (const remembered of [undefined, null, 'x', { list: 7 }, { list: { kind: 'nonsense' } }])
    expect(read('/exchanges/1', remembered)).toMatchObject({ list: {} });
});

test('any exchange id comes through the path and back, and any path is read without failing', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }).filter((id) => id.isWellFormed() && !/^\.{1,2}$/.test(id)),
      (exchangeId) => {
        expect(read(writeAddress({ page: 'exchange', exchangeId, list: {} }))).toMatchObject({ exchangeId });
      },
    ),
  );
  fc.assert(fc.property(fc.webPath(), fc.string(), (path, query) => void readAddress(path, query, undefined)));
});

test('what is no filter is passed over', () => {
  const typed = {
    person: 'Ada',
    kind: 'nonsense',
    verdict: 'maybe',
    span: 'year',
    from: 'yesterday',
    before: 'x',
    color: 'red',
  };
  expect(readSearch(typed)).toEqual({});
});

test('bounds without a span mean "between", and another span leaves no bounds', () => {
  const from = '2026-11-25T08:00:00.000Z';
  expect(readSearch({ from })).toEqual({ span: 'between', from });
  expect(readSearch({ span: 'hour', from })).toEqual({ span: 'hour' });
});

test('another filter begins at the newest page, and one taken away leaves no trace', () => {
  const search = { person, before: `2026-11-25T08:00:00.000Z_${person}` };
  expect(changeSearch(search, { verdict: 'block' })).toEqual({ person, verdict: 'block' });
  expect(changeSearch(search, { person: undefined })).toEqual({});
  expect([isFiltered(search), isFiltered({ before: search.before })]).toEqual([true, false]);
});

test('a span ends now, and "between" asks for its bounds alone', () => {
  const now = Date.parse('2026-11-25T12:00:00.000Z');
  expect(queryOf({ span: 'hour', kind: 'file' }, now)).toEqual({ kind: 'file', from: '2026-11-25T11:00:00.000Z' });
  expect(queryOf({ span: 'between', until: '2026-11-25T08:00:00.000Z' }, now)).toEqual({
    until: '2026-11-25T08:00:00.000Z',
  });
});

test('of the pages about terms, what is no filter is passed over', () => {
  const typed = {
    on: '2026-02-30',
    vendor: '../x',
    audience: 'all',
    workspace: '',
    criteria: 'five',
    verdict: 'maybe',
  };
  expect(readTermsSearch(typed)).toEqual({});
  expect(readTermsSearch({ on: '20261123', workspace: 'w'.repeat(121) })).toEqual({});
  expect(readTermsSearch({ on: '2028-02-29', other: 'x' })).toEqual({ on: '2028-02-29' });
});

test('a filter of terms that is taken away leaves no trace', () => {
  expect(changeTermsSearch({ on: '2026-11-23', vendor: 'aws' }, { on: undefined, audience: 'consumer' })).toEqual({
    vendor: 'aws',
    audience: 'consumer',
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Address, readAddress, writeAddress } from '../../src/console/address/address.ts';
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
  [{ page: 'keys' }],
  [{ page: 'sign-in' }],
] as const)('an address is read as it was written: %j', (address) => {
  expect(read(writeAddress(address))).toEqual(address);
});

test('the start is the list, and what leads nowhere is told', () => {
  expect(read('/')).toEqual({ page: 'exchanges', search: {} });
  for (const lost of ['/nowhere', '/keys/1', '/exchanges/1/2', '/sign-in/x'])
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

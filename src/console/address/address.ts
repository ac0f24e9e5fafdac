import { type ListSearch, readSearch } from './list-search.ts';

/** Where in the console one is. */
export type Address =
  | { readonly page: 'sign-in' }
  | { readonly page: 'exchanges'; readonly search: ListSearch }
  /** `list` is the filtered list from which the exchange was opened: not in the path, but remembered by the history. */
  | { readonly page: 'exchange'; readonly exchangeId: string; readonly list: ListSearch }
  | { readonly page: 'keys' }
  | { readonly page: 'missing' };

export const start: Address = { page: 'exchanges', search: {} };

/** Reads an address from the browser's: path, query, and what the history remembers of it. */
export function readAddress(path: string, query: string, remembered: unknown): Address {
  const [first = '', second, ...rest] = path.split('/').filter((segment) => segment !== '');
  if (rest.length > 0) return { page: 'missing' };
  if (first === 'exchanges' && second !== undefined)
    return { page: 'exchange', exchangeId: decoded(second), list: listOf(remembered) };
  if (second !== undefined) return { page: 'missing' };
  if (first === '' || first === 'exchanges') return { page: 'exchanges', search: readSearch(entriesOf(query)) };
  if (first === 'keys' || first === 'sign-in') return { page: first };
  return { page: 'missing' };
}

/** Writes an address as path and query. */
export function writeAddress(address: Address): string {
  switch (address.page) {
    case 'exchanges': {
      const query = new URLSearchParams(address.search).toString();
      return query === '' ? '/exchanges' : `/exchanges?${query}`;
    }
    case 'exchange':
      return `/exchanges/${encodeURIComponent(address.exchangeId)}`;
    case 'keys':
    case 'sign-in':
      return `/${address.page}`;
    case 'missing':
      return '/';
  }
}

function entriesOf(query: string): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(query));
}

function listOf(remembered: unknown): ListSearch {
  const list = typeof remembered === 'object' && remembered !== null && 'list' in remembered ? remembered.list : {};
  return typeof list === 'object' && list !== null ? readSearch({ ...list }) : {};
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // A broken escape names nothing; the API will say so.
  }
}

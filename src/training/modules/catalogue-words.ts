import type { Catalogue, Entry } from '../../catalogue/index.ts';
import { catalogueText, type Language, trainingFrameText } from '../../messages/index.ts';
import type { Claims } from './modules.ts';

/** Where something that is taught was read. */
export type Source = {
  /** The entry of the catalogue: `fact:anth-api-30`. */
  readonly key: string;
  readonly url: string;
  /** The source's own date, or else the day it was read. */
  readonly datedOn: string;
};

/** What the catalogue says on a day, in the form in which a text may name it. */
export class CatalogueWords {
  readonly #catalogue: Catalogue;
  readonly #entries: ReadonlyMap<string, Entry>;

  constructor(catalogue: Catalogue, on: Date) {
    this.#catalogue = catalogue;
    this.#entries = new Map(catalogue.entries(on).map((entry) => [entry.key, entry]));
  }

  /** The text with what the catalogue says in place of names; undefined where one of them says nothing that day. */
  fill(language: Language, text: string): string | undefined {
    let isMissing = false;
    const filled = text.replaceAll(namePattern, (_, name: string, at: number) => {
      const said = this.#said(language, keyOf(name));
      isMissing ||= said === undefined;
      return capitalised(said ?? '', text.slice(0, at));
    });
    return isMissing ? undefined : filled;
  }

  /** Whether all that is claimed holds that day. */
  bears(claims: Claims): boolean {
    return Object.entries(claims).every(([key, value]) => stateOf(this.#entries.get(key)) === value);
  }

  /** Where what a text names, and what it claims, was read: each source once. */
  sources(text: string, claims: Claims): readonly Source[] {
    return keysOf(text, claims).flatMap((key) => {
      const source = this.#catalogue.sourceOf(key);
      return source ? [{ key, url: source.url, datedOn: source.datedOn }] : [];
    });
  }

  /** What an entry says, for comparison: another day it was read on, or another source, makes no difference. */
  signature(key: string): string {
    const value: Readonly<Record<string, unknown>> = { ...this.#entries.get(key)?.value };
    return JSON.stringify(['value', 'days', 'audience', 'verdict', 'evidence', 'note'].map((name) => value[name]));
  }

  #said(language: Language, key: string): string | undefined {
    const value: Readonly<Record<string, unknown>> | undefined = this.#entries.get(key)?.value;
    if (value === undefined) return undefined;
    if (typeof value['criterion'] === 'string') return factWords(language, String(value['value']), value['days']);
    return textIn(language, value['evidence'] ?? value['note']);
  }
}

const namePattern = /\{([a-z][\w:./-]*)\}/g;

/** The keys of the entries that a text names or claims something of, each once. */
export function keysOf(text: string, claims: Claims): readonly string[] {
  const named = [...text.matchAll(namePattern)].map(([, name = '']) => keyOf(name));
  return [...new Set([...named, ...Object.keys(claims)])];
}

function keyOf(name: string): string {
  return name.includes(':') ? name : `fact:${name}`;
}

function stateOf(entry: Entry | undefined): unknown {
  const value: Readonly<Record<string, unknown>> = { ...entry?.value };
  return value['value'] ?? value['verdict'] ?? value['audience'];
}

function textIn(language: Language, text: unknown): string | undefined {
  if (typeof text !== 'object' || text === null) return undefined;
  const said: unknown = (text as Readonly<Record<string, unknown>>)[language];
  return typeof said === 'string' ? said : undefined;
}

// Of what is kept, how long counts: `5 years` says more than `1825 days`.
function factWords(language: Language, value: string, days: unknown): string {
  const bare = catalogueText(language, `value.${value}`);
  if (typeof days !== 'number') return bare;
  const isYears = days >= 730 && days % 365 === 0;
  const isWhole = value === 'days' || !bare.includes('{days}');
  if (isWhole && isYears) return trainingFrameText(language, 'years', { count: days / 365 });
  return catalogueText(language, isWhole ? 'value.days' : `value.${value}`, { days });
}

function capitalised(said: string, before: string): string {
  return /(^|[.?!] )$/.test(before) ? said.charAt(0).toUpperCase() + said.slice(1) : said;
}

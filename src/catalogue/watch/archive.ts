import { sha256Hex } from '../../base/index.ts';
import type { Catalogue } from '../open-catalogue.ts';
import type { Anchor } from '../schema/fact.ts';
import { namesOverTime } from './names.ts';
import { normaliseTerms, withoutTargets } from './normalise.ts';

/** One text of terms, read: kept once however many versions hold it. */
export type TermsText = {
  /** SHA-256 of the normalised text. */
  readonly digest: string;
  readonly normalised: string;
  readonly words: number;
  /** The text as it was recorded. */
  readonly text: string;
};

export type TermsVersion = {
  readonly commit: string;
  /** When it was recorded, in UTC. */
  readonly at: string;
  /** `technical`: the archive reads the page otherwise than before, which is no change of the terms. */
  readonly kind: 'first' | 'change' | 'technical';
  /** Of how many source documents it was put together. */
  readonly sourceDocuments: number;
  readonly content: TermsText;
};

/** One document of an archive, all its versions in the order of their dates. */
export type TermsDocument = {
  readonly service: string;
  readonly terms: string;
  readonly versions: readonly TermsVersion[];
};

/** What was read of one archive. */
export type TermsArchive = {
  /** Where it was read, as its reader knows it. */
  readonly place: string;
  /** The collection its place names; undefined where it names none. */
  readonly namedCollection: string | undefined;
  readonly head: { readonly commit: string; readonly at: string };
  readonly documents: readonly TermsDocument[];
};

/** Reads texts, each distinct one once. */
export function termsReader(): (text: string) => TermsText {
  const byRough = new Map<string, TermsText>();
  const byDigest = new Map<string, TermsText>();
  return (text) => {
    const rough = sha256Hex(withoutTargets(text));
    const known = byRough.get(rough);
    if (known) return known;
    const read = readTerms(text);
    const same = byDigest.get(read.digest) ?? read;
    byRough.set(rough, same);
    byDigest.set(same.digest, same);
    return same;
  };
}

function readTerms(text: string): TermsText {
  const normalised = normaliseTerms(text);
  const words = normalised === '' ? 0 : normalised.split(' ').length;
  return { digest: sha256Hex(normalised), normalised, words, text };
}

/** What a commit's subject says it is; undefined for one that records no terms. */
export function kindOfCommit(subject: string): TermsVersion['kind'] | undefined {
  if (subject.startsWith('First record of ')) return 'first';
  if (subject.startsWith('Record new changes of ')) return 'change';
  if (subject.startsWith('Apply technical or declaration upgrade on ')) return 'technical';
  return undefined;
}

/** How many source documents a commit's body says the version was put together from. */
export function sourceDocumentsOf(body: string): number {
  return Number(/from (\d+) source documents/.exec(body)?.[1] ?? 1);
}

/** The documents that the catalogue's anchors are about, under every name they have had. */
export function documentsToRead({ data }: Catalogue): readonly { readonly service: string; readonly terms: string }[] {
  const found = new Map<string, { service: string; terms: string }>();
  const anchors = data.vendors.flatMap(({ facts }) => facts.flatMap((fact): readonly Anchor[] => fact.anchors ?? []));
  for (const { service, terms } of anchors) {
    for (const name of namesOverTime(service, data.successions))
      found.set(`${name}/${terms}`, { service: name, terms });
  }
  return [...found.values()];
}

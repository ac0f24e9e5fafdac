import { type Json, canonicalJson, sha256Hex } from '../../base/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import { type Language, trainingFrameText, trainingModuleText, typeset } from '../../messages/index.ts';

import { CatalogueWords, keysOf, type Source } from './catalogue-words.ts';
import type { TrainingModule } from './modules.ts';

export type Paragraph = { readonly text: string; readonly sources: readonly Source[] };

/** A module as somebody reads it on a day. */
export type ReadModule = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly version: string;
  readonly sections: readonly { readonly title: string; readonly paragraphs: readonly Paragraph[] }[];
  /** How many passages are left out, since the catalogue does not bear them out any more. */
  readonly withdrawn: number;
  /** What a person declares who has taken it, word for word. */
  readonly statement: string;
};

/** The catalogue that a module is drawn from, and the day it is read on. */
export type Teaching = { readonly catalogue: Catalogue; readonly on: Date };

/**
 * A module in a language, with what the catalogue says that day in place of every name. A passage that the catalogue does
 * not bear out is left out: nothing here contradicts it.
 */
export function readModule(module: TrainingModule, language: Language, teaching: Teaching): ReadModule {
  const words = new CatalogueWords(teaching.catalogue, teaching.on);
  const text = trainingModuleText(module.id, language);
  let withdrawn = 0;
  const sections = Object.entries(text.sections).map(([section, { title, paragraphs }]) => ({
    title: typeset(language, title),
    paragraphs: Object.entries(paragraphs).flatMap(([name, written]) => {
      const claims = module.paragraphs[`${section}.${name}`] ?? {};
      const filled = words.bears(claims) ? words.fill(language, written) : undefined;
      if (filled === undefined) withdrawn += 1;
      return filled === undefined ? [] : [{ text: typeset(language, filled), sources: words.sources(written, claims) }];
    }),
  }));
  const version = moduleVersion(module, teaching);
  const title = typeset(language, text.title);
  return {
    id: module.id,
    title,
    summary: typeset(language, text.summary),
    minutes: module.minutes,
    version,
    sections: sections.filter(({ paragraphs }) => paragraphs.length > 0),
    withdrawn,
    statement: trainingFrameText(language, 'statement', { title, version }),
  };
}

/**
 * What names a module as it is taught on a day: a digest of its text, in both languages, and of what the catalogue says of
 * all it names. When either changes it is another, and whoever attested the one before takes it again.
 */
export function moduleVersion(module: TrainingModule, { catalogue, on }: Teaching): string {
  const words = new CatalogueWords(catalogue, on);
  const texts = (['en', 'fr'] as const).map((language) => trainingModuleText(module.id, language));
  const claims = Object.assign({}, ...Object.values(module.paragraphs), ...Object.values(module.questions));
  const said = keysOf(JSON.stringify(texts), claims).map((key) => [key, words.signature(key)]);
  return sha256Hex(canonicalJson([texts, said] as unknown as Json)).slice(0, 16);
}

/** What names the wording of the statement, whatever module it is made of. */
export function statementVersion(): string {
  const wordings = (['en', 'fr'] as const).map((language) => trainingFrameText(language, 'statement'));
  return sha256Hex(canonicalJson(wordings)).slice(0, 16);
}

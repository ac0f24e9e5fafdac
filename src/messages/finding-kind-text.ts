import { findingKinds as english } from './en/console/finding-kinds.ts';
import { inspectionTexts as englishTexts } from './en/console/inspection.ts';
import { fill } from './fill.ts';
import { findingKinds as french } from './fr/console/finding-kinds.ts';
import { inspectionTexts as frenchTexts } from './fr/console/inspection.ts';
import type { Language } from './language.ts';
import { typeset } from './typeset.ts';
import { readableName, vendorName } from './vendor-names.ts';

/**
 * What a kind of finding is called: by its own name, as a token by its vendor's, else, where an operator or a newer
 * gateway made it up, by the kind as people write.
 */
export function findingKindText(language: Language, kind: string): string {
  const names: Readonly<Record<string, string>> = language === 'fr' ? french : english;
  const named = Object.hasOwn(names, kind) ? names[kind] : undefined;
  if (named !== undefined) return named;
  const vendor = /^(.+)_token$/.exec(kind)?.[1];
  if (vendor === undefined) return readableName(kind);
  const texts = language === 'fr' ? frenchTexts : englishTexts;
  return typeset(language, fill(texts['found.token'], { vendor: vendorName(vendor) }));
}

import {
  consoleCounts as englishCounts,
  consoleReasons as englishReasons,
  consoleTexts as englishTexts,
  recordKindNames as englishRecordKinds,
  retentionClassNames as englishRetentionClasses,
} from './en/console.ts';
import { consoleErrors as englishConsoleErrors } from './en/errors/console.ts';
import { detectionErrors as englishDetectionErrors } from './en/errors/detection.ts';
import { gatewayErrors as englishGatewayErrors } from './en/errors/gateway.ts';
import { ledgerErrors as englishLedgerErrors } from './en/errors/ledger.ts';
import { fill, type TextArgs } from './fill.ts';
import {
  consoleCounts as frenchCounts,
  consoleReasons as frenchReasons,
  consoleTexts as frenchTexts,
  recordKindNames as frenchRecordKinds,
  retentionClassNames as frenchRetentionClasses,
} from './fr/console.ts';
import { consoleErrors as frenchConsoleErrors } from './fr/errors/console.ts';
import { detectionErrors as frenchDetectionErrors } from './fr/errors/detection.ts';
import { gatewayErrors as frenchGatewayErrors } from './fr/errors/gateway.ts';
import { ledgerErrors as frenchLedgerErrors } from './fr/errors/ledger.ts';
import type { Language } from './language.ts';
import { typeset } from './typeset.ts';
import { readableName } from './vendor-names.ts';

export { findingKindText } from './finding-kind-text.ts';
export { type Language, languages } from './language.ts';
export { typeset } from './typeset.ts';
export type { TextArgs } from './fill.ts';

export type ConsoleKey = keyof typeof englishTexts;
export type CountKey = keyof typeof englishCounts;
export type ReasonText = { readonly text: string; readonly hint: string };

// Only the rooms whose codes a screen can meet: the others' texts would be bytes that nobody reads.
const english = {
  texts: englishTexts,
  counts: englishCounts,
  reasons: englishReasons,
  recordKinds: englishRecordKinds,
  retentionClasses: englishRetentionClasses,
  errors: { ...englishConsoleErrors, ...englishDetectionErrors, ...englishGatewayErrors, ...englishLedgerErrors },
  plurals: new Intl.PluralRules('en'),
};

const dictionaries = {
  en: english,
  fr: {
    texts: frenchTexts,
    counts: frenchCounts,
    reasons: frenchReasons,
    recordKinds: frenchRecordKinds,
    retentionClasses: frenchRetentionClasses,
    errors: { ...frenchConsoleErrors, ...frenchDetectionErrors, ...frenchGatewayErrors, ...frenchLedgerErrors },
    plurals: new Intl.PluralRules('fr'),
  },
} as const;

/** The tag with which each language writes dates and numbers: for English the day before the month and 24 hours. */
export const localeOf: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** A text of the console. */
export function consoleText(language: Language, key: ConsoleKey, args: TextArgs = {}): string {
  return typeset(language, fill(dictionaries[language].texts[key], args));
}

/** A text that depends on a number, which fills `{count}` as the language writes it. */
export function consoleCount(language: Language, key: CountKey, count: number): string {
  const { counts, plurals } = dictionaries[language];
  const forms = counts[key];
  const form = plurals.select(count) === 'one' ? forms.one : forms.other;
  return typeset(language, fill(form, { count: new Intl.NumberFormat(localeOf[language]).format(count) }));
}

/**
 * What a reason code says, without arguments, since the ledger keeps none. A code that this build does not know, from a
 * newer gateway, stands for itself.
 */
export function reasonText(language: Language, code: string): ReasonText {
  const { errors, reasons } = dictionaries[language];
  const known: Readonly<Record<string, ReasonText>> = errors;
  const bare: Readonly<Record<string, string>> = reasons;
  const { text = code, hint = '' } = known[code] ?? {};
  // A hint that speaks of an argument would show its braces.
  return { text: typeset(language, bare[code] ?? text), hint: typeset(language, /\{\w+\}/.test(hint) ? '' : hint) };
}

/** What a kind of record is called; one that this build does not know is called as it is written. */
export function recordKindText(language: Language, kind: string): string {
  return typeset(language, dictionaries[language].recordKinds[kind] ?? readableName(kind));
}

/** What a class of records is called, or how it is written. */
export function retentionClassText(language: Language, name: string): string {
  return typeset(language, dictionaries[language].retentionClasses[name] ?? readableName(name));
}

/** The language of the first of a browser's preferred locales that octroi speaks, else English. */
export function preferredLanguage(locales: readonly string[]): Language {
  const spoken = locales.map((locale) => locale.toLowerCase().split('-')[0]);
  return spoken.find((tag) => tag === 'fr' || tag === 'en') === 'fr' ? 'fr' : 'en';
}

import {
  consoleCounts as englishCounts,
  consoleReasons as englishReasons,
  consoleTexts as english,
  findingKinds as englishKinds,
} from '../../src/messages/en/console.ts';
import { consoleErrors as englishConsole } from '../../src/messages/en/errors/console.ts';
import { gatewayErrors as englishGateway } from '../../src/messages/en/errors/gateway.ts';
import { ledgerErrors as englishLedger } from '../../src/messages/en/errors/ledger.ts';
import { tenancyErrors as englishTenancy } from '../../src/messages/en/errors/tenancy.ts';
import {
  consoleCounts as frenchCounts,
  consoleReasons as frenchReasons,
  consoleTexts as french,
  findingKinds as frenchKinds,
} from '../../src/messages/fr/console.ts';
import { consoleErrors as frenchConsole } from '../../src/messages/fr/errors/console.ts';
import { gatewayErrors as frenchGateway } from '../../src/messages/fr/errors/gateway.ts';
import { ledgerErrors as frenchLedger } from '../../src/messages/fr/errors/ledger.ts';
import { tenancyErrors as frenchTenancy } from '../../src/messages/fr/errors/tenancy.ts';
import { type Language, typeset } from '../../src/messages/console.ts';

const all = {
  en: [
    english,
    englishCounts,
    englishReasons,
    englishKinds,
    englishConsole,
    englishGateway,
    englishLedger,
    englishTenancy,
  ].flatMap(leavesOf),
  fr: [
    french,
    frenchCounts,
    frenchReasons,
    frenchKinds,
    frenchConsole,
    frenchGateway,
    frenchLedger,
    frenchTenancy,
  ].flatMap(leavesOf),
};

const keys = [english, englishCounts, englishConsole, englishGateway, englishLedger].flatMap((texts) =>
  Object.keys(texts),
);

/** Of the texts on a page, those that belong to another language than this one, or that are no text but a key. */
export function foreignTexts(language: Language, texts: readonly string[]): readonly string[] {
  const own = patternsOf(language, language);
  const other = patternsOf(language === 'fr' ? 'en' : 'fr', language);
  return texts.filter((text) => {
    const isKey = !isCode(text) && keys.some((key) => text.includes(key));
    if (isKey || /\{\w+\}/.test(text)) return true;
    const meant = own.filter((pattern) => pattern.test(text));
    if (meant.length > 0) return !meant.some((pattern) => isWholly(language, pattern, text));
    return other.some((pattern) => pattern.test(text));
  });
}

// Of a text that is filled, what fills it must be of the language as well.
function isWholly(language: Language, pattern: RegExp, text: string): boolean {
  const found = pattern.exec(text);
  return found !== null && foreignTexts(language, found.slice(1)).length === 0;
}

// A reason code is shown as such beside its text, alone: it is what one searches for.
function isCode(text: string): boolean {
  return /^[a-z]+(_[a-z]+)+$/.test(text);
}

/** What in a French text is not set as French is: a plain space before a high sign, a straight apostrophe. */
export function badlySet(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => / [;:!?»]|« |\p{L}'\p{L}/u.test(text));
}

const patterns = new Map<string, readonly RegExp[]>();

// A text with a name in braces is met filled, so it is looked for with anything in their place.
function patternsOf(language: Language, shownIn: Language): readonly RegExp[] {
  const known = patterns.get(language + shownIn);
  if (known) return known;
  const made = all[language]
    .flatMap((text) => [text, ...text.split('`')])
    .filter((text) => /\p{L}{2}/u.test(text.replaceAll(/\{\w+\}/g, '')))
    .map((text) => new RegExp(`^${escaped(typeset(shownIn, text.trim())).replaceAll(/\\\{\w+\\\}/g, '(.+)')}$`, 'u'));
  patterns.set(language + shownIn, made);
  return made;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function leavesOf(texts: unknown): readonly string[] {
  if (typeof texts === 'string') return [texts];
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(leavesOf) : [];
}

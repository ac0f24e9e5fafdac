import { useSyncExternalStore } from 'react';
import {
  type ConsoleKey,
  consoleCount,
  consoleText,
  type CountKey,
  findingKindText,
  type Language,
  type ReasonText,
  reasonText,
  recordKindText,
  retentionClassText,
  type TextArgs,
  typeset,
} from '../../messages/console.ts';
import { ApiFault } from '../api/fault.ts';
import { languageChoice } from './current-language.ts';
import { type Formats, formatsOf } from './formats.ts';

/** All that a screen says, in the language of the moment. */
export type Words = Formats & {
  readonly language: Language;
  readonly say: (key: ConsoleKey, args?: TextArgs) => string;
  readonly count: (key: CountKey, count: number) => string;
  readonly reason: (code: string) => ReasonText;
  /** What a kind of finding is called. */
  readonly findingKind: (kind: string) => string;
  /** What a kind of record, and a class of records, is called. */
  readonly recordKind: (kind: string) => string;
  readonly retentionClass: (name: string) => string;
  /** What went wrong with a call, and what to do. */
  readonly fault: (fault: unknown) => ReasonText;
};

const wordsOf: Readonly<Record<Language, Words>> = { en: makeWords('en'), fr: makeWords('fr') };

/** The words in the language chosen; the component is drawn again when the choice changes. */
export function useWords(): Words {
  return wordsOf[useSyncExternalStore(languageChoice.subscribe, languageChoice.read)];
}

function makeWords(language: Language): Words {
  const say: Words['say'] = (key, args) => consoleText(language, key, args);
  return {
    ...formatsOf(language),
    language,
    say,
    count: (key, count) => consoleCount(language, key, count),
    reason: (code) => reasonText(language, code),
    findingKind: (kind) => findingKindText(language, kind),
    recordKind: (kind) => recordKindText(language, kind),
    retentionClass: (name) => retentionClassText(language, name),
    fault: (fault) => {
      if (!(fault instanceof ApiFault)) return { text: say('crash.title'), hint: say('crash.explained') };
      if (fault.code === 'away') return { text: say('fault.away'), hint: say('fault.awayHint') };
      if (fault.code === 'unreadable') return { text: say('fault.unreadable'), hint: say('fault.unreadableHint') };
      return { text: typeset(language, fault.text), hint: typeset(language, fault.hint) };
    },
  };
}

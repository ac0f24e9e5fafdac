import { trainingFrame as englishFrame } from './en/training/frame.ts';
import { commercialOrConsumer as englishPlans } from './en/training/commercial-or-consumer.ts';
import { refusedHere as englishRefused } from './en/training/refused-here.ts';
import { whatLeaves as englishLeaves } from './en/training/what-leaves.ts';
import { fill, type TextArgs } from './fill.ts';
import { trainingFrame as frenchFrame } from './fr/training/frame.ts';
import { commercialOrConsumer as frenchPlans } from './fr/training/commercial-or-consumer.ts';
import { refusedHere as frenchRefused } from './fr/training/refused-here.ts';
import { whatLeaves as frenchLeaves } from './fr/training/what-leaves.ts';
import type { Language } from './language.ts';
import { typeset } from './typeset.ts';

/** A question of a module: one answer is right. `why` is told once it was answered. */
export type QuestionText = {
  readonly text: string;
  readonly right: string;
  readonly wrong: readonly string[];
  readonly why: string;
};

/** A module as it is written. Names in braces are entries of the catalogue, whose values stand there when it is shown. */
export type ModuleText = {
  readonly title: string;
  readonly summary: string;
  readonly sections: Readonly<
    Record<string, { readonly title: string; readonly paragraphs: Readonly<Record<string, string>> }>
  >;
  readonly questions: Readonly<Record<string, QuestionText>>;
};

const modules = {
  'commercial-or-consumer': { en: englishPlans, fr: frenchPlans },
  'what-leaves-with-a-prompt': { en: englishLeaves, fr: frenchLeaves },
  'what-was-refused-here': { en: englishRefused, fr: frenchRefused },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, ModuleText>>>>;

export type TrainingModuleId = keyof typeof modules;

/** A module of training in a language. Its questions hold their answers: they are for the server alone. */
export function trainingModuleText(id: TrainingModuleId, language: Language): ModuleText {
  return modules[id][language];
}

export type TrainingFrameKey = keyof typeof englishFrame;

/** What stands around every module. */
export function trainingFrameText(language: Language, key: TrainingFrameKey, args: TextArgs = {}): string {
  return typeset(language, fill((language === 'fr' ? frenchFrame : englishFrame)[key], args));
}

import { sha256Hex } from '../../base/index.ts';
import { type Language, trainingModuleText, typeset } from '../../messages/index.ts';
import { CatalogueWords } from '../modules/catalogue-words.ts';
import type { TrainingModule } from '../modules/modules.ts';
import type { Teaching } from '../modules/read-module.ts';

/** How many questions an attempt has, where so many can be asked. */
export const questionsAsked = 8;

/** A question as it is asked: which answer is right is not in it. */
export type AskedQuestion = { readonly id: string; readonly text: string; readonly answers: readonly string[] };

/** A question once it was answered. Answers are counted from 0, in the order in which they were asked. */
export type AnsweredQuestion = AskedQuestion & {
  readonly given: number | null;
  readonly right: number;
  readonly why: string;
};

/**
 * Draws the questions of an attempt: the same seed draws the same ones. Only those are drawn that the catalogue bears out,
 * and whose right answer stands once among its answers. What is about one of `topics` is drawn first.
 */
export function drawQuestions(
  module: TrainingModule,
  teaching: Teaching,
  { seed, topics = [] }: { readonly seed: string; readonly topics?: readonly string[] },
): readonly string[] {
  const words = new CatalogueWords(teaching.catalogue, teaching.on);
  const bank = Object.keys(trainingModuleText(module.id, 'en').questions).filter((id) => isAskable(module, id, words));
  const place = (id: string): string => (topics.includes(topicOf(id)) ? '0' : '1') + sha256Hex(`${seed} ${id}`);
  return bank.toSorted((one, other) => (place(one) < place(other) ? -1 : 1)).slice(0, questionsAsked);
}

/** The questions of an attempt as they are asked, their answers in the order that the seed gives them. */
export function askQuestions(drawn: DrawnQuestions): readonly AskedQuestion[] {
  return worded(drawn).map(({ id, text, answers }) => ({ id, text, answers }));
}

/** The questions with what was answered, what would have been right, and why. */
export function answerQuestions(
  drawn: DrawnQuestions,
  given: Readonly<Record<string, number>>,
): readonly AnsweredQuestion[] {
  return worded(drawn).map((question) => ({ ...question, given: given[question.id] ?? null }));
}

/** Which questions were drawn, by which seed, and in which language they are asked. */
export type DrawnQuestions = {
  readonly module: TrainingModule;
  readonly language: Language;
  readonly teaching: Teaching;
  readonly seed: string;
  readonly ids: readonly string[];
};

function worded({ module, language, teaching, seed, ids }: DrawnQuestions) {
  const { questions } = trainingModuleText(module.id, language);
  const words = new CatalogueWords(teaching.catalogue, teaching.on);
  const said = (text: string): string => typeset(language, words.fill(language, text) ?? '');
  return ids.map((id) => {
    const question = questions[id];
    if (!question) throw new Error(`${module.id} has no question ${id}`);
    const order = orderOf(`${seed} ${id}`, 1 + question.wrong.length);
    const answers = [question.right, ...question.wrong].map(said);
    return {
      id,
      text: said(question.text),
      answers: order.map((index) => answers[index] ?? ''),
      right: order.indexOf(0),
      why: said(question.why),
    };
  });
}

// A wrong answer that the catalogue has made a right one would be a trap.
function isAskable(module: TrainingModule, id: string, words: CatalogueWords): boolean {
  if (!words.bears(module.questions[id] ?? {})) return false;
  const question = trainingModuleText(module.id, 'en').questions[id];
  if (!question) return false;
  const said = [question.text, question.right, ...question.wrong].map((text) => words.fill('en', text));
  return !said.includes(undefined) && new Set(said.slice(1)).size === said.length - 1;
}

/** What a question is about: what stands before the first hyphen of its name. */
function topicOf(id: string): string {
  return id.split('-')[0] ?? id;
}

function orderOf(seed: string, count: number): readonly number[] {
  const place = (index: number): string => sha256Hex(`${seed} ${index}`);
  return Array.from({ length: count }, (_, index) => index).toSorted((one, other) =>
    place(one) < place(other) ? -1 : 1,
  );
}

import { canonicalJson, type Json, sha256Hex } from '../base/index.ts';
import type { Catalogue, PlanTerms } from '../catalogue/index.ts';
import type { Books, EvaluationFigures } from '../ledger/index.ts';
import { checkedChoice } from './decision/choice.ts';
import type { Fault, Found } from './input/fault.ts';
import { type Premise, premisesOf } from './input/premises.ts';
import { faultsIn, modelOf, type Unpriced, unpricedIn } from './input/prepare.ts';
import { readInput, type ReadInput } from './input/read-input.ts';
import type { Input } from './input/schema.ts';
import { evaluateInThread } from './thread/evaluate-in-thread.ts';
import { measureVolumes, type Volumes } from './volumes/measure.ts';

export type EvaluationQuestion = {
  readonly books: Books;
  readonly tenantId: string;
  readonly now: Date;
  readonly catalogue: Catalogue;
  /** The labels of the policy; absent where nobody says. */
  readonly labels: ReadonlySet<string> | undefined;
  /** The input file's text. */
  readonly text: string;
  /** Options by label, as somebody named them. */
  readonly chosen?: Readonly<Record<string, string>> | undefined;
};

/** What an input came to, and all it rests on. */
export type Evaluated = {
  readonly input: Input;
  /** SHA-256 of the input's canonical JSON with what was measured for it: the same evaluation has the same. */
  readonly digest: string;
  readonly figures: EvaluationFigures;
  readonly volumes: Volumes;
  readonly terms: PlanTerms;
  readonly premises: readonly Premise[];
  readonly unpriced: readonly Unpriced[];
};

export type EvaluationRun =
  | { readonly kind: 'evaluated'; readonly evaluated: Evaluated }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/**
 * Reads an input, measures what it asks for, and evaluates it. All that is wrong with the input is told at once.
 * @throws evaluation_choice_missing, evaluation_choice_unknown
 */
export async function runEvaluation(question: EvaluationQuestion): Promise<EvaluationRun> {
  const { catalogue, now, text } = question;
  const read = readInput(text);
  if (read.kind === 'faults') return read;
  const { input } = read.read;
  const terms = termsOf(catalogue, input.plan, now);
  if (!terms) return faulty(read.read, [{ path: ['plan'], code: 'plan_unknown', detail: input.plan }]);
  const volumes = await measureVolumes({ ...question, days: input.measuredDays, terms });
  const known = { terms, labels: question.labels, volumes, today: now.toISOString().slice(0, 10) };
  const found = faultsIn(input, known);
  if (found.length > 0) return faulty(read.read, found);
  const chosen = question.chosen === undefined ? null : checkedChoice(question.chosen, input);
  const run = { seed: String(input.seed), trials: input.trials };
  const figures = await evaluateInThread(modelOf(input, known), run, chosen);
  const { all, labels } = volumes;
  const digest = sha256Hex(canonicalJson({ engine: figures.engine, input, all, labels } as unknown as Json));
  const premises = premisesOf(catalogue, terms, now);
  const unpriced = unpricedIn(input, terms);
  return { kind: 'evaluated', evaluated: { input, digest, figures, volumes, terms, premises, unpriced } };
}

/** The terms of a plan, as `vendor/plan`; undefined for one that the catalogue does not have. */
export function termsOf(catalogue: Catalogue, plan: string, now: Date): PlanTerms | undefined {
  const [vendor = '', id = ''] = plan.split('/');
  const isThere = catalogue.data.vendors.some(
    (one) => one.id === vendor && one.products.some(({ plans }) => plans.some((each) => each.id === id)),
  );
  return isThere ? catalogue.plan(vendor, id, now) : undefined;
}

function faulty({ placed }: ReadInput, found: readonly Found[]): EvaluationRun {
  const faults = found.map(placed).toSorted((one, other) => one.line - other.line);
  return { kind: 'faults', faults };
}

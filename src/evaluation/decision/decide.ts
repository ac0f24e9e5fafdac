import { canonicalJson, type IdMaker, type Json } from '../../base/index.ts';
import { retentionBounds } from '../../catalogue/index.ts';
import { type Actor, appendWithin, type ZdrDecided } from '../../ledger/index.ts';
import { evaluationError } from '../errors.ts';
import type { Fault } from '../input/fault.ts';
import { checkedChoice } from './choice.ts';
import { type Evaluated, type EvaluationQuestion, runEvaluation } from '../run-evaluation.ts';

/** What those who decide say. */
export type Verdict = {
  /** By label; each class of the input must be there. */
  readonly choice: Readonly<Record<string, string>>;
  readonly residualRisk: string;
  readonly dpoOpinion: string;
  readonly dpoReasons: string;
  readonly decider: string;
  readonly expiresOn: string;
};

export type DecideQuestion = Omit<EvaluationQuestion, 'chosen'> & {
  readonly verdict: Verdict;
  readonly actor: Actor;
  readonly newId: IdMaker;
};

export type Decided =
  | { readonly kind: 'decided'; readonly decision: ZdrDecided; readonly evaluated: Evaluated }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

const dpoOpinions = ['favourable', 'with_reservations', 'unfavourable'] as const;

/**
 * Evaluates an input with a choice, and puts the decision into the ledger with all it rests on. Durable when it resolves.
 * @throws evaluation_choice_missing, evaluation_choice_unknown, evaluation_zdr_not_offered, evaluation_words_invalid, evaluation_expiry_invalid
 */
export async function decide(question: DecideQuestion): Promise<Decided> {
  const { verdict, books, tenantId, now, newId, catalogue, actor } = question;
  const words = checkedWords(verdict);
  const expiresOn = checkedExpiry(verdict.expiresOn, now);
  const run = await runEvaluation({ ...question, chosen: verdict.choice });
  if (run.kind === 'faults') return run;
  const { evaluated } = run;
  const choice = checkedChoice(verdict.choice, evaluated.input);
  const { input, digest, figures, volumes, terms, premises, unpriced } = evaluated;
  const wantsZdr = Object.values(choice).some((option) => option === 'zdr' || option === 'zdr_redaction');
  if (wantsZdr && !terms.zdr.offered) throw evaluationError('evaluation_zdr_not_offered', { plan: input.plan });
  const decision: ZdrDecided = {
    kind: 'zdr_decided',
    id: newId(),
    tenantId,
    recordedAt: now.toISOString(),
    evaluation: input.evaluation,
    vendor: terms.vendor,
    plan: terms.plan,
    currency: input.currency,
    choice,
    ...words,
    expiresOn,
    inputs: canonicalJson(input as unknown as Json),
    inputsDigest: digest,
    figures,
    unpriced,
    catalogueVersion: catalogue.version,
    catalogueDigest: catalogue.digest,
    premises,
    measured: { from: volumes.from, to: volumes.to },
    volumes: volumesOf(evaluated),
    labelsSeen: Object.keys(volumes.labels).toSorted(),
    modelsOutside: volumes.models.filter(({ isOutsideZdr }) => isOutsideZdr).map(({ name }) => name),
    actor,
  };
  await books.store.inTenant(tenantId, (db) => appendWithin(db, books.recordKeys, decision));
  return { kind: 'decided', decision, evaluated };
}

// A volume that was counted may grow by the factor; of one that was estimated, its 95 % may.
function volumesOf({ input, volumes }: Evaluated): ZdrDecided['volumes'] {
  const { volumeFactor } = input.reopen;
  return Object.fromEntries(
    Object.entries(input.classes).map(([label, { exchanges }]) => {
      const [middle, most] =
        exchanges === 'measured'
          ? [volumes.labels[label]?.exchangesPerYear ?? 0, volumes.labels[label]?.exchangesPerYear ?? 0]
          : [exchanges.likely, exchanges.high];
      return [label, { exchangesPerYear: middle, reopensAbove: most * volumeFactor }];
    }),
  );
}

function checkedWords(verdict: Verdict) {
  const said = (field: 'residualRisk' | 'dpoReasons' | 'decider', least: number): string => {
    const text = verdict[field].trim();
    if (text.length < least || text.length > 1_000 || /[\p{Cc}\p{Cf}\p{Cs}]/u.test(text))
      throw evaluationError('evaluation_words_invalid', { field, least, most: 1_000 });
    return text;
  };
  const dpoOpinion = dpoOpinions.find((opinion) => opinion === verdict.dpoOpinion);
  if (dpoOpinion === undefined)
    throw evaluationError('evaluation_words_invalid', { field: 'dpoOpinion', least: 1, most: 1_000 });
  return {
    residualRisk: said('residualRisk', 10),
    dpoOpinion,
    dpoReasons: said('dpoReasons', 10),
    decider: said('decider', 2),
  };
}

// A decision must not outlive its record, which is sure to be kept so long and no longer.
const mostDays = retentionBounds.find(({ name }) => name === 'accountability')?.floorDays ?? 0;
const dayMs = 86_400_000;

function checkedExpiry(expiresOn: string, now: Date): string {
  const today = now.toISOString().slice(0, 10);
  const last = new Date(now.getTime() + mostDays * dayMs).toISOString().slice(0, 10);
  const day = new Date(`${expiresOn}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(expiresOn) && !Number.isNaN(day.getTime());
  const isSo = isDay && day.toISOString().slice(0, 10) === expiresOn && expiresOn > today && expiresOn <= last;
  if (!isSo) throw evaluationError('evaluation_expiry_invalid', { after: today, last });
  return expiresOn;
}

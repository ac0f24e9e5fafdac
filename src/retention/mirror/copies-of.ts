import type { Fact, ModelTerms, PlanTerms } from '../../catalogue/index.ts';
import type { MirroredExchange } from './mirrored-exchange.ts';

/** Where something of an exchange may rest, and by what sort of term. */
export const copyClasses = [
  'messages',
  'covered_model',
  'code_execution',
  'batch',
  'file',
  'flagged_content',
  'flagged_scores',
  'local_transcript',
] as const;

export type CopyClass = (typeof copyClasses)[number];

/** Why nobody can say until when something is held. */
export const unknownReasons = [
  'contract_unknown',
  'other_organization',
  'plan_unknown',
  'plan_unrecorded',
  'terms_unread',
  'terms_silent',
  'terms_open',
  'model_untold',
  'sweep_skipped',
] as const;

export type UnknownReason = (typeof unknownReasons)[number];

/** Until when, at the latest. A day is in UTC; on that day itself it counts as held. */
export type Due =
  | { readonly kind: 'on'; readonly on: string }
  | { readonly kind: 'until_deleted' }
  | { readonly kind: 'unknown'; readonly why: UnknownReason };

/** One copy that the vendor holds, or possibly does: where it is not known whether it was made at all. */
export type HeldCopy = {
  readonly class: CopyClass;
  readonly isPossible: boolean;
  readonly due: Due;
  /** The facts of the catalogue it rests on; `contract` where the company's own agreement counts. */
  readonly restsOn: readonly string[];
};

/** What was agreed in a contract and held on the day of the exchange. */
export type Agreed = { readonly retentionDays: number | undefined; readonly hasZdr: boolean };

/** What is known of the terms on the day of the exchange. */
export type TermsOfCopy = {
  /** Undefined for a plan that the catalogue does not have. */
  readonly plan: PlanTerms | undefined;
  /** Facts on retention that were first read on a later day and held already then, for all anybody knows. */
  readonly readLater: readonly Fact[];
  readonly model: ModelTerms | undefined;
  readonly agreed: Agreed;
};

// What never reached the vendor rests nowhere.
const neverArrived: ReadonlySet<MirroredExchange['outcome']> = new Set(['not_sent', 'upstream_unreachable']);
const untoldOutcomes: ReadonlySet<MirroredExchange['outcome']> = new Set(['open', 'abandoned']);
const byFeature: ReadonlyMap<string, CopyClass> = new Map([
  ['code_execution', 'code_execution'],
  ['batches', 'batch'],
]);

/**
 * What the vendor holds of an exchange by the terms of that day, and until when. An empty list: nothing.
 *
 * An exchange whose end is not on record may have arrived: its copies are possible ones. So are those of an answer that
 * ended with a refusal: the vendor does not tell whether it flagged it (facts `retention_exception`, `flagged`).
 */
export function copiesOf(exchange: MirroredExchange, terms: TermsOfCopy): readonly HeldCopy[] {
  if (neverArrived.has(exchange.outcome)) return [];
  const isPossible = untoldOutcomes.has(exchange.outcome);
  const copies = [...ownCopies(exchange, terms), ...featureCopies(exchange, terms)];
  return [...copies.map((copy) => (isPossible ? { ...copy, isPossible } : copy)), ...flaggedCopies(exchange, terms)];
}

function ownCopies(exchange: MirroredExchange, terms: TermsOfCopy): readonly HeldCopy[] {
  const { plan, agreed } = terms;
  // It arrived at another organisation than the contract's: nobody knows under which terms.
  if (exchange.outcome === 'organization_mismatch') return [unknown('messages', 'other_organization')];
  if (!plan) return [unknown('messages', 'plan_unknown')];
  const covered = coveredCopy(exchange, terms);
  if (covered) return [covered];
  if (agreed.hasZdr && plan.zdr.offered && exchange.features.every((one) => !plan.zdr.excludesFeatures.includes(one))) {
    // Without its name nobody can say that the model is not one of those that are kept all the same.
    return exchange.model === undefined && plan.zdr.excludesModels.length > 0
      ? [unknown('messages', 'model_untold', plan.restsOn.zdr)]
      : [];
  }
  if (agreed.retentionDays === 0) return [];
  if (agreed.retentionDays !== undefined)
    return [
      { class: 'messages', isPossible: false, due: after(exchange, agreed.retentionDays), restsOn: ['contract'] },
    ];
  return [generalCopy(exchange, terms, plan)];
}

// Some models are kept whatever was agreed.
function coveredCopy(exchange: MirroredExchange, { plan, model }: TermsOfCopy): HeldCopy | undefined {
  const facts = retentionFacts(plan).filter(({ models }) => models?.some((one) => model?.rules.includes(one)));
  return longest('covered_model', exchange, facts);
}

function generalCopy(exchange: MirroredExchange, { readLater }: TermsOfCopy, plan: PlanTerms): HeldCopy {
  if (plan.status === 'unrecorded') return unknown('messages', 'plan_unrecorded', plan.restsOn.audience);
  const facts = retentionFacts(plan).filter(({ feature }) => feature === undefined);
  const found = longest('messages', exchange, facts);
  if (found) return found;
  const general = readLater.filter(({ feature }) => feature === undefined);
  return general.length > 0
    ? unknown(
        'messages',
        'terms_unread',
        general.map(({ id }) => id),
      )
    : unknown('messages', 'terms_silent');
}

function featureCopies(exchange: MirroredExchange, { plan }: TermsOfCopy): readonly HeldCopy[] {
  return exchange.features.flatMap((feature) => {
    const of = byFeature.get(feature);
    if (of === undefined || !plan) return [];
    const facts = retentionFacts(plan).filter((fact) => fact.feature === feature);
    return [longest(of, exchange, facts) ?? unknown(of, 'terms_silent')];
  });
}

function flaggedCopies(exchange: MirroredExchange, { plan }: TermsOfCopy): readonly HeldCopy[] {
  if (exchange.stopReason !== 'refusal') return [];
  const facts = (plan?.facts ?? []).filter(
    ({ criterion, value }) => criterion === 'retention_exception' && value === 'flagged',
  );
  const content = longest(
    'flagged_content',
    exchange,
    facts.filter((fact) => !ofScores(fact)),
  );
  const scores = longest('flagged_scores', exchange, facts.filter(ofScores));
  const copies = [content ?? unknown('flagged_content', 'terms_silent'), ...(scores ? [scores] : [])];
  return copies.map((copy) => ({ ...copy, isPossible: true }));
}

function ofScores({ feature }: Fact): boolean {
  return feature === 'classifier_scores';
}

function retentionFacts(plan: PlanTerms | undefined): readonly Fact[] {
  return (plan?.facts ?? []).filter(({ criterion }) => criterion === 'retention');
}

const dated: ReadonlySet<string> = new Set(['days', 'up_to_days', 'flagged']);

// Of several facts the one counts that takes most from the customer: no end at all, then the later end.
function longest(of: CopyClass, exchange: MirroredExchange, facts: readonly Fact[]): HeldCopy | undefined {
  if (facts.length === 0) return undefined;
  const kept = facts.filter(({ value }) => value !== 'not_kept');
  const restsOn = facts.map(({ id }) => id);
  const copy = { class: of, isPossible: false, restsOn };
  if (kept.some(({ value }) => value === 'until_deleted')) return { ...copy, due: { kind: 'until_deleted' } };
  if (kept.some(({ value, days }) => !dated.has(value) || days === undefined))
    return unknown(of, 'terms_open', restsOn);
  return { ...copy, due: after(exchange, Math.max(0, ...kept.map(({ days = 0 }) => days))) };
}

function unknown(of: CopyClass, why: UnknownReason, restsOn: readonly string[] = []): HeldCopy {
  return { class: of, isPossible: false, due: { kind: 'unknown', why }, restsOn };
}

function after({ recordedAt }: MirroredExchange, days: number): Due {
  return { kind: 'on', on: dayAfter(recordedAt, days) };
}

/** The day, in UTC, that many days after an instant. */
export function dayAfter(at: string, days: number): string {
  const day = new Date(`${at.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

import type { Catalogue } from '../../catalogue/index.ts';
import type { TermsAlarm, ZdrDecided } from '../../ledger/index.ts';
import { premisesOf } from '../input/premises.ts';
import { termsOf } from '../run-evaluation.ts';
import type { Volumes } from '../volumes/measure.ts';

/** Why a decision is open again. */
export type Reopening =
  | { readonly code: 'expired'; readonly expiresOn: string }
  | { readonly code: 'plan_gone'; readonly plan: string }
  | { readonly code: 'fact_changed' | 'fact_gone' | 'fact_new' | 'fact_stale'; readonly fact: string }
  | { readonly code: 'volume_grown'; readonly label: string; readonly decided: number; readonly counted: number }
  | { readonly code: 'label_new'; readonly label: string }
  | { readonly code: 'model_outside'; readonly model: string };

export type Standing = {
  readonly decision: ZdrDecided;
  /** `reopened` for as long as any reason is there. */
  readonly state: 'decided' | 'reopened';
  readonly reasons: readonly Reopening[];
};

/** What a decision is held against. */
export type Present = {
  readonly now: Date;
  readonly catalogue: Catalogue;
  readonly volumes: Volumes | undefined;
  /** Facts that the vendors' terms do not bear out any more, by the last comparison. */
  readonly alarms: readonly TermsAlarm[];
};

/** Whether a decision still holds: not when its day is over, nor when the terms, volumes or models it was made for changed. */
export function standingOf(decision: ZdrDecided, present: Present): Standing {
  const reasons = [...expiry(decision, present), ...changedTerms(decision, present), ...changedUse(decision, present)];
  return { decision, state: reasons.length > 0 ? 'reopened' : 'decided', reasons };
}

function expiry({ expiresOn }: ZdrDecided, { now }: Present): readonly Reopening[] {
  return expiresOn < now.toISOString().slice(0, 10) ? [{ code: 'expired', expiresOn }] : [];
}

function changedTerms(
  { vendor, plan, premises }: ZdrDecided,
  { catalogue, now, alarms }: Present,
): readonly Reopening[] {
  const terms = termsOf(catalogue, `${vendor}/${plan}`, now);
  if (!terms) return [{ code: 'plan_gone', plan: `${vendor}/${plan}` }];
  const then = new Map(premises.map(({ key, digest }) => [key, digest]));
  const today = new Map(premisesOf(catalogue, terms, now).map(({ key, digest }) => [key, digest]));
  const stale = alarms.filter(({ fact }) => then.has(fact)).map(({ fact }) => ({ code: 'fact_stale' as const, fact }));
  const changed = [...new Set([...then.keys(), ...today.keys()])].flatMap((fact): readonly Reopening[] => {
    const [was, is] = [then.get(fact), today.get(fact)];
    if (was === is) return [];
    return [{ code: is === undefined ? 'fact_gone' : was === undefined ? 'fact_new' : 'fact_changed', fact }];
  });
  return [...changed, ...stale];
}

// Fewer are an accident or somebody's try, whatever a year of them would be.
const fewest = 30;

function changedUse(decision: ZdrDecided, { volumes }: Present): readonly Reopening[] {
  if (!volumes) return [];
  const counted = Object.entries(volumes.labels).filter(([, { exchanges }]) => exchanges >= fewest);
  const ofLabels = counted.flatMap(([label, { exchangesPerYear }]): readonly Reopening[] => {
    const decided = Object.hasOwn(decision.volumes, label) ? decision.volumes[label] : undefined;
    if (!decided) return decision.labelsSeen.includes(label) ? [] : [{ code: 'label_new', label }];
    if (exchangesPerYear <= decided.reopensAbove) return [];
    return [{ code: 'volume_grown', label, decided: decided.exchangesPerYear, counted: exchangesPerYear }];
  });
  const ofModels = volumes.models
    .filter(({ name, isOutsideZdr }) => isOutsideZdr && !decision.modelsOutside.includes(name))
    .map(({ name }) => ({ code: 'model_outside' as const, model: name }));
  return [...ofLabels, ...ofModels];
}

import { canonicalJson, type Json } from '../base/index.ts';
import type { Entry } from './entries.ts';
import type { Catalogue } from './open-catalogue.ts';
import type { PlanTerms } from './plan-terms.ts';

/** One entry that differs: what it was, what it is, and which of its fields differ. */
export type Change = {
  readonly key: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before: Entry['value'] | undefined;
  readonly after: Entry['value'] | undefined;
  readonly fields: readonly string[];
};

/** What differs between two sets of entries, by key. */
export function compareEntries(before: readonly Entry[], after: readonly Entry[]): readonly Change[] {
  const old = new Map(before.map(({ key, value }) => [key, value]));
  const now = new Map(after.map(({ key, value }) => [key, value]));
  const keys = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return keys.flatMap((key): readonly Change[] => {
    const [was, is] = [old.get(key), now.get(key)];
    if (was === undefined || is === undefined)
      return [{ key, kind: was === undefined ? 'added' : 'removed', before: was, after: is, fields: [] }];
    const fields = differing(was, is);
    return fields.length === 0 ? [] : [{ key, kind: 'changed', before: was, after: is, fields }];
  });
}

function differing(before: object, after: object): readonly string[] {
  const [was, is] = [before, after] as [Record<string, Json>, Record<string, Json>];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names.filter((name) => canonicalJson(was[name] ?? null) !== canonicalJson(is[name] ?? null));
}

/** An answer decisions are made from that is no longer the same. `before` or `after` is undefined where the plan is new or gone. */
export type ChangedDecision = {
  readonly what: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly restsOn: readonly string[];
};

/** One catalogue as of one day. */
export type Moment = { readonly catalogue: Catalogue; readonly on: Date };

/** Tells what would be decided otherwise when one catalogue takes the place of another. */
export type DecisionComparer = (before: Moment, after: Moment) => readonly ChangedDecision[];

type Answer = { readonly value: (terms: PlanTerms) => string; readonly restsOn: keyof PlanTerms['restsOn'] };

const answers: Readonly<Record<string, Answer>> = {
  status: { value: ({ status }) => status, restsOn: 'audience' },
  audience: { value: ({ audience }) => audience, restsOn: 'audience' },
  businessUse: { value: ({ businessUse }) => businessUse, restsOn: 'businessUse' },
  training: { value: ({ training }) => training, restsOn: 'training' },
  trainingDespiteOptOut: { value: (terms) => listed(terms.trainingDespiteOptOut), restsOn: 'training' },
  zdr: { value: ({ zdr }) => zdr.how, restsOn: 'zdr' },
  'zdr.excludesModels': { value: ({ zdr }) => listed(zdr.excludesModels), restsOn: 'zdr' },
  'zdr.excludesFeatures': { value: ({ zdr }) => listed(zdr.excludesFeatures), restsOn: 'zdr' },
  restrictions: { value: ({ restrictions }) => listed(restrictions), restsOn: 'restrictions' },
};

function listed(values: readonly string[]): string {
  return values.toSorted().join(', ');
}

/** The answers about plans that decisions are made from, and that differ. A plan that is new or gone is one of them. */
export const changedPlanAnswers: DecisionComparer = (before, after) => {
  const [old, now] = [plansOf(before), plansOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((plan): readonly ChangedDecision[] => {
    const [was, is] = [old.get(plan), now.get(plan)];
    if (was && is) return changedAnswers(plan, was, is);
    const restsOn = (was ?? is)?.restsOn.audience ?? [];
    return [{ what: `${plan} status`, before: was?.status, after: is?.status, restsOn }];
  });
};

function plansOf({ catalogue, on }: Moment): ReadonlyMap<string, PlanTerms> {
  return new Map(catalogue.plans(on).map((terms) => [`${terms.vendor}/${terms.plan}`, terms]));
}

function changedAnswers(plan: string, was: PlanTerms, is: PlanTerms): readonly ChangedDecision[] {
  return Object.entries(answers).flatMap(([name, { value, restsOn }]) => {
    const [before, after] = [value(was), value(is)];
    if (before === after) return [];
    const facts = [...new Set([...was.restsOn[restsOn], ...is.restsOn[restsOn]])];
    return [{ what: `${plan} ${name}`, before, after, restsOn: facts }];
  });
}

/** The answers about plans that rest on one of `keys`: what is in doubt when those are. */
export function answersRestingOn(moment: Moment, keys: ReadonlySet<string>): readonly string[] {
  return [...plansOf(moment)].flatMap(([plan, terms]) =>
    Object.entries(answers)
      .filter(([, { restsOn }]) => terms.restsOn[restsOn].some((key) => keys.has(key)))
      .map(([name]) => `${plan} ${name}`),
  );
}

import { canonicalJson, type Json, sha256Hex } from '../../base/index.ts';
import type { Catalogue, Criterion, PlanTerms } from '../../catalogue/index.ts';

/** An entry of the catalogue that an evaluation rests on; the digest is of what it says, not of where it was read. */
export type Premise = { readonly key: string; readonly digest: string };

// What retention and its end are made of, and what would be lost with either.
const criteria: ReadonlySet<Criterion> = new Set([
  'training',
  'retention',
  'retention_exception',
  'deletion',
  'zdr',
  'zdr_exclusion',
]);

/** The facts in force that day, and the rules of models, which an evaluation of the plan rests on. */
export function premisesOf(catalogue: Catalogue, terms: PlanTerms, on: Date): readonly Premise[] {
  const facts = terms.facts.filter(({ criterion }) => criteria.has(criterion));
  const rules = catalogue
    .entries(on)
    .filter(({ key }) => terms.zdr.excludesModels.some((id) => key === `model:${terms.vendor}/${id}`));
  const plan = { status: terms.status, audience: terms.audience, endOfSupport: terms.endOfSupport ?? null };
  return [
    { key: `plan:${terms.vendor}/${terms.plan}`, digest: digestOf(plan) },
    ...facts.map(({ id, criterion, value, days = null, feature = null, features = [], models = [] }) => {
      return { key: id, digest: digestOf({ criterion, value, days, feature, features, models }) };
    }),
    ...rules.map(({ key, value }) => ({ key, digest: digestOf(saying(value)) })),
  ].toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

// Of a rule, without what only says where and when it was read.
function saying(value: object): Json {
  const dated: ReadonlySet<string> = new Set(['source', 'confidence', 'reviewBy', 'note', 'startIsUnknown']);
  return Object.fromEntries(Object.entries(value as Record<string, Json>).filter(([name]) => !dated.has(name)));
}

function digestOf(value: Json): string {
  return sha256Hex(canonicalJson(value)).slice(0, 32);
}

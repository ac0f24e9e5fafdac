import type { ComparedPlan } from '../evaluation/index.ts';
import { catalogueText, type Language } from '../messages/index.ts';
import { csv } from './csv.ts';

/** What is told of a comparison beside its plans. */
export type ComparisonFrame = {
  readonly on: string;
  readonly catalogueVersion: string;
  /** Which catalogue the post decided by that day; null where the ledger does not say. */
  readonly catalogueThen: string | null;
};

const columns = [
  'vendor',
  'plan',
  'audience',
  'score',
  'known',
  'criterion',
  'value',
  'days',
  'criterion_score',
  'contested',
  'overdue',
  'facts',
  'sources',
  'dated_on',
  'read_on',
  'confidence',
  'on',
  'catalogue_version',
  'catalogue_in_force_then',
] as const;

/** Plans by criterion, one line each, with the sources of what is said. */
export function comparisonCsv(plans: readonly ComparedPlan[], frame: ComparisonFrame, language: Language): string {
  const lines = plans.flatMap((plan) =>
    plan.cells.map(({ criterion, value, days, score, isContested, isOverdue, facts }) => [
      plan.vendorName,
      plan.name,
      plan.audience,
      plan.score.toFixed(3),
      plan.known.toFixed(3),
      catalogueText(language, `criterion.${criterion}`),
      catalogueText(language, `value.${value}`, days === null ? {} : { days }),
      days === null ? '' : String(days),
      score === null ? '' : score.toFixed(3),
      String(isContested),
      String(isOverdue),
      facts.map(({ id }) => id).join(' '),
      facts.map(({ source }) => source?.url ?? '').join(' '),
      facts.map(({ source }) => source?.datedOn ?? '').join(' '),
      facts.map(({ source }) => source?.readOn ?? '').join(' '),
      facts.map(({ confidence }) => confidence).join(' '),
      frame.on,
      frame.catalogueVersion,
      frame.catalogueThen ?? '',
    ]),
  );
  return csv([columns, ...lines]);
}

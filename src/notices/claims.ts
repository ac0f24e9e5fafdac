import type { TextBlock, TextItem } from '../base/index.ts';
import type { Criterion, Dated, Fact, PlanTerms, Source } from '../catalogue/index.ts';
import { catalogueText } from '../messages/index.ts';
import { type KnownContract, plansOf } from './contracts.ts';
import { listOf, type Writing } from './writing.ts';

/** What somebody asks of a vendor's terms who reads what is sent, in the order it is told. */
export const asked: readonly Criterion[] = [
  'training',
  'training_despite_opt_out',
  'training_by_third_parties',
  'retention',
  'retention_exception',
  'deletion',
  'zdr',
  'zdr_exclusion',
  'human_review',
  'feedback',
  'sub_processors',
  'region',
  'leaves_cloud',
];

// What an assessment cannot do without: where no source says it, that is said.
const needed: readonly Criterion[] = ['training', 'retention', 'deletion', 'sub_processors', 'region', 'human_review'];

/** What the terms of the contracts' plans say, each with its source, its day and until when it holds; and what none says. */
export function claimsOf(
  writing: Writing,
  contracts: readonly KnownContract[],
  criteria: readonly Criterion[] = asked,
): readonly TextBlock[] {
  if (contracts.length === 0) return [writing.paragraph('contractsUnknown')];
  const items = plansOf(contracts).flatMap(({ terms, vendor, plan }): readonly TextItem[] => {
    if (!terms) return [{ text: writing.say('claim.planUnknown', { plan: `${vendor}/${plan}` }) }];
    return [
      audienceItem(writing, terms),
      ...factItems(writing, terms, criteria),
      ...unknownItems(writing, terms, criteria),
    ];
  });
  return listOf(items);
}

function factItems(writing: Writing, terms: PlanTerms, criteria: readonly Criterion[]): readonly TextItem[] {
  return criteria.flatMap((criterion) =>
    terms.facts.filter((fact) => fact.criterion === criterion).map((fact) => factItem(writing, [terms], fact)),
  );
}

function unknownItems(writing: Writing, terms: PlanTerms, criteria: readonly Criterion[]): readonly TextItem[] {
  const missing = needed.filter(
    (criterion) => criteria.includes(criterion) && !terms.facts.some((fact) => fact.criterion === criterion),
  );
  return missing.map((criterion) => ({
    text: writing.say('claim.unknown', {
      plan: terms.name,
      criterion: catalogueText(writing.language, `criterion.${criterion}`),
    }),
  }));
}

/** For whom a plan's terms are written. */
export function audienceItem(writing: Writing, terms: PlanTerms): TextItem {
  const key = `plan:${terms.vendor}/${terms.plan}`;
  const entry = writing.entry(key);
  const value = writing.say(`audience.${terms.audience}`);
  return {
    text: writing.say('claim.audience', { plans: terms.name, value }),
    ...(entry ? { note: noteOf(writing, entry.value, key) } : {}),
  };
}

/** A fact of several plans, as one claim. */
export function factItem(writing: Writing, plans: readonly PlanTerms[], fact: Fact): TextItem {
  const { language } = writing;
  const word = catalogueText(language, `criterion.${fact.criterion}`);
  const about = fact.feature ?? [...(fact.features ?? []), ...(fact.models ?? [])].join(', ');
  const criterion = about === '' ? word : writing.say('claim.feature', { criterion: word, feature: about });
  const said = writing.say('claim', {
    plans: plans.map(({ name }) => name).join(', '),
    criterion,
    value: valueWord(writing, fact),
  });
  const isContested = (fact.conflictsWith ?? []).some((id) =>
    plans.some(({ facts }) => facts.some((each) => each.id === id)),
  );
  return {
    text: isContested ? `${said} (${writing.say('claim.contested')})` : said,
    note: noteOf(writing, fact, `fact:${fact.id}`),
  };
}

function valueWord({ language }: Writing, { value, days }: Fact): string {
  const word = catalogueText(language, `value.${value}`, days === undefined ? {} : { days });
  if (days === undefined || word.includes(String(days))) return word;
  return catalogueText(language, 'value.with_days', { value: word, days });
}

/** Where an entry of the catalogue was read, of which day it is, and until when it holds. */
export function noteOf(writing: Writing, entry: Dated, key: string): string {
  const source = writing.material.catalogue.sourceOf(key);
  const isOverdue = entry.reviewBy < writing.day;
  if (isOverdue) writing.overdue += 1;
  return writing.say('claim.note', {
    ...saidOf(writing, source),
    confidence: catalogueText(writing.language, `confidence.${entry.confidence}`),
    from: entry.validFrom,
    until: entry.validTo === undefined ? '' : writing.say('claim.until', { until: entry.validTo }),
    review: writing.say(isOverdue ? 'claim.overdue' : 'claim.review', { on: entry.reviewBy }),
  });
}

// A catalogue does not open with an entry whose source is not there.
function saidOf(writing: Writing, source: Source | undefined) {
  const { url = '', dating = 'seen', datedOn = '', readOn = '' } = source ?? {};
  return {
    url: url === 'measured' ? writing.say('measured') : url,
    dating: writing.say(`dating.${dating}`),
    datedOn,
    readOn,
  };
}

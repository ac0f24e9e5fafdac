import type { Catalogue } from '../../catalogue/index.ts';
import { type Books, latestRecords, type TermsAlarm, type ZdrDecided } from '../../ledger/index.ts';
import { termsOf } from '../run-evaluation.ts';
import { measureVolumes, type Volumes } from '../volumes/measure.ts';
import { type Standing, standingOf } from './standing.ts';

export type StandingQuestion = {
  readonly books: Books;
  readonly tenantId: string;
  readonly now: Date;
  readonly catalogue: Catalogue;
};

// Decisions are made by the year; of more than so many the oldest are not looked at.
const mostDecisions = 200;
const mostRuns = 30;

/** The decisions that count, the newest first, and whether each still holds. What reopens one is looked up now, each time. */
export async function readStandings(question: StandingQuestion): Promise<readonly Standing[]> {
  const { books, tenantId } = question;
  const decisions = await decisionsOf(question);
  const runs = await latestRecords(books, tenantId, { kind: 'terms_watched', limit: mostRuns });
  const alarms: readonly TermsAlarm[] = runs.find(({ fault }) => fault === undefined)?.alarms ?? [];
  const standings: Standing[] = [];
  for (const decision of decisions) {
    const volumes = await volumesNow(question, decision);
    standings.push(standingOf(decision, { ...question, volumes, alarms }));
  }
  return standings;
}

/** Of each evaluation the last decision. */
async function decisionsOf({ books, tenantId }: StandingQuestion): Promise<readonly ZdrDecided[]> {
  const all = await latestRecords(books, tenantId, { kind: 'zdr_decided', limit: mostDecisions });
  return all.filter(({ evaluation }, index) => all.findIndex((each) => each.evaluation === evaluation) === index);
}

async function volumesNow(question: StandingQuestion, decision: ZdrDecided): Promise<Volumes | undefined> {
  const terms = termsOf(question.catalogue, `${decision.vendor}/${decision.plan}`, question.now);
  return terms && measureVolumes({ ...question, terms, days: measuredDays(decision) });
}

// Written by `decide` alone, from an input that was checked.
function measuredDays({ inputs }: ZdrDecided): number {
  return (JSON.parse(inputs) as { readonly measuredDays: number }).measuredDays;
}

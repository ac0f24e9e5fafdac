import type { Catalogue } from '../catalogue/index.ts';
import { type Books, hookedSessions, latestRecords, planProofs, type TermsAlarm } from '../ledger/index.ts';
import { readStandings } from '../evaluation/index.ts';
import type { Policy } from '../policy/index.ts';
import { readTeam } from '../training/index.ts';
import type { AssessedControl, Control, Exception } from './control.ts';
import { type ContractInUse, contractsAgree, contractsReview, contractsRun } from './controls/contracts.ts';
import { flowsAudited, freeProductForbidden, peopleTrained, telemetryOff } from './controls/recommendations.ts';
import { catalogueReview, termsStand, termsWatch } from './controls/terms.ts';
import { zdrEvaluated } from './controls/evaluation.ts';
import { hooksAnswer, plansProven } from './controls/traffic.ts';
import { noWayAround, telemetryWhole } from './controls/ways.ts';
import { assessments, sinceOf } from './history.ts';
import { crossCheck } from './cross-check.ts';
import type { ToldByOthers } from './told-by-others.ts';

/** What holds and what does not, at one instant. */
export type Posture = {
  readonly at: string;
  readonly policyVersion: string;
  readonly catalogueVersion: string;
  readonly controls: readonly AssessedControl[];
  /** Facts that the vendors’ terms do not bear out any more. */
  readonly alarms: readonly TermsAlarm[];
};

export type PostureQuestion = {
  readonly books: Books;
  readonly tenantId: string;
  readonly now: Date;
  readonly policy: Policy;
  readonly catalogue: Catalogue;
  /** The contracts that the tenant holds. */
  readonly held: readonly ContractInUse[];
  readonly told: ToldByOthers;
};

const sessionDays = 7;
const hookDays = 30;
const exchangeDays = 30;
const mostExchanges = 1_000;
// A comparison that so many failed ones followed has run out.
const mostRuns = 30;
const dayMs = 86_400_000;

/** Reads the state of every control. Costs by the last month's records; asked for by people, not by requests. */
export async function readPosture(question: PostureQuestion): Promise<Posture> {
  const { books, tenantId, now, policy, catalogue, told } = question;
  const before = (days: number): Date => new Date(now.getTime() - days * dayMs);
  const { last, compared } = await comparisons(books, tenantId);
  const [sessions, proofs, crossed, standings, team, history] = await Promise.all([
    hookedSessions(books, tenantId, { from: before(sessionDays), hooksFrom: before(hookDays) }),
    planProofs(books, tenantId, { from: before(exchangeDays), limit: mostExchanges }),
    crossCheck(question),
    readStandings(question),
    readTeam(books, tenantId, { rules: policy.configuration.training, now }),
    assessments(books, tenantId),
  ]);
  const assessed = (control: Control): AssessedControl => ({
    ...control,
    exception: exceptionOf(question, control),
    since: sinceOf(history, control),
  });
  return {
    at: now.toISOString(),
    policyVersion: policy.version,
    catalogueVersion: catalogue.version,
    controls: [
      telemetryOff(told),
      freeProductForbidden({ policy, plans: catalogue.plans(now), now }, crossed, told),
      zdrEvaluated({ standings, held: question.held }),
      flowsAudited(crossed, told.imports, now),
      peopleTrained(team),
      termsStand({ catalogue, now, watched: compared }),
      termsWatch({ catalogue, now, watched: last }),
      catalogueReview(question),
      contractsReview(question),
      contractsAgree(question),
      contractsRun(question),
      hooksAnswer(sessions, sessionDays),
      plansProven(proofs, exchangeDays),
      noWayAround(crossed),
      telemetryWhole(crossed),
    ].map(assessed),
    alarms: compared?.alarms ?? [],
  };
}

// What is met needs nobody to answer for it.
function exceptionOf({ policy, now }: PostureQuestion, { id, state }: Control): Exception | null {
  const found = policy.configuration.exceptions.find(({ control }) => control === id);
  if (!found || state === 'met') return null;
  const { owner, until: untilOn, reason } = found;
  return { owner, untilOn, reason, isOver: untilOn < now.toISOString().slice(0, 10) };
}

/** The facts that the last comparison of the catalogue with the vendors’ terms raised an alarm for. Cheap: one record. */
export async function lastAlarms(books: Books, tenantId: string): Promise<readonly TermsAlarm[]> {
  const { compared } = await comparisons(books, tenantId);
  return compared?.alarms ?? [];
}

// The last run, and the last in which the archives could be read.
async function comparisons(books: Books, tenantId: string) {
  const [last] = await latestRecords(books, tenantId, { kind: 'terms_watched', limit: 1 });
  if (last?.fault === undefined) return { last, compared: last };
  const runs = await latestRecords(books, tenantId, { kind: 'terms_watched', limit: mostRuns });
  return { last, compared: runs.find(({ fault }) => fault === undefined) };
}

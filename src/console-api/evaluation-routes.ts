import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  decide,
  type Evaluated,
  evaluationError,
  type Fault,
  readStandings,
  runEvaluation,
  type Standing,
} from '../evaluation/index.ts';
import { evaluationText, languageOf } from '../messages/index.ts';
import { listContracts } from '../tenancy/index.ts';
import type { DecidedView, EvaluationsView, RunView, StandingView } from './evaluation-contract.ts';
import { actorOf, tenantOf } from './guard.ts';
import { decisionForm, evaluationForm, parseInput } from './input.ts';
import type { ConsoleParts } from './server.ts';

/** The routes that evaluate zero retention, decide on it, and tell whether what was decided still holds. */
export function evaluationRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  // One at a time: each takes a core for a second or more.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work, work);
    last = done.catch(() => {});
    return done;
  };
  const questionOf = async (request: FastifyRequest) => {
    const { catalogue, policy } = parts.rules.inForce();
    const labels = new Set(policy.labels.all.map(({ name }) => name));
    const tenantId = await tenantOf(request, parts);
    return { books: parts.tenancy, tenantId, now: parts.tenancy.now(), catalogue, labels };
  };
  server.get('/api/evaluations', async (request): Promise<EvaluationsView> => {
    const question = await questionOf(request);
    const standings = await readStandings(question);
    const held = await listContracts(parts.tenancy, question.tenantId);
    const decided = new Set(standings.map(({ decision }) => `${decision.vendor}/${decision.plan}`));
    const plans = [...new Set(held.map(({ vendor, plan }) => `${vendor}/${plan}`))];
    return { standings: standings.map(standingView), undecided: plans.filter((plan) => !decided.has(plan)) };
  });
  server.post('/api/evaluations/run', async (request): Promise<RunView> => {
    const { text } = parseInput(evaluationForm, request.body);
    const question = await questionOf(request);
    const run = await inTurn(() => runEvaluation({ ...question, text }));
    return run.kind === 'faults' ? run : runView(run.evaluated, question.catalogue.version);
  });
  server.post('/api/evaluations/decide', async (request): Promise<DecidedView> => {
    const { text, ...verdict } = parseInput(decisionForm, request.body);
    const question = await questionOf(request);
    const [actor, { newId }] = [await actorOf(request, parts), parts.tenancy];
    const decided = await inTurn(() => decide({ ...question, text, verdict, actor, newId }));
    if (decided.kind === 'faults') throw inputInvalid(request, decided.faults);
    return { recordId: decided.decision.id, inputsDigest: decided.decision.inputsDigest };
  });
}

function inputInvalid(request: FastifyRequest, faults: readonly Fault[]) {
  const language = languageOf(request.headers['accept-language']);
  const lines = faults.map(
    ({ line, path, code, detail }) =>
      `\n${line}: ${path && `${path}: `}${evaluationText(language, `fault.${code}`)}${detail && ` (${detail})`}`,
  );
  return evaluationError('evaluation_input_invalid', { count: lines.length, faults: lines.join('') });
}

function runView({ input, figures, volumes, terms, unpriced }: Evaluated, catalogueVersion: string): RunView {
  const { from, to, days, all } = volumes;
  return {
    kind: 'evaluated',
    evaluation: input.evaluation,
    plan: input.plan,
    currency: input.currency,
    catalogueVersion,
    isZdrOffered: terms.zdr.offered,
    measured: { from, to, days, exchangesPerYear: all.exchangesPerYear },
    figures,
    unpriced,
  };
}

function standingView({ decision, state, reasons }: Standing): StandingView {
  const { id: recordId, recordedAt: decidedAt, vendor, plan, ...told } = decision;
  return {
    state,
    reasons,
    recordId,
    decidedAt,
    plan: `${vendor}/${plan}`,
    evaluation: told.evaluation,
    currency: told.currency,
    choice: told.choice,
    expiresOn: told.expiresOn,
    decider: told.decider,
    residualRisk: told.residualRisk,
    dpoOpinion: told.dpoOpinion,
    dpoReasons: told.dpoReasons,
    inputsDigest: told.inputsDigest,
    catalogueVersion: told.catalogueVersion,
    figures: told.figures,
    unpriced: told.unpriced,
  };
}

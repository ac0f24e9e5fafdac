import { queryOptions } from '@tanstack/react-query';
import type { DecidedView, DecisionForm, EvaluationsView, RunView } from '../../console-api/evaluation-contract.ts';
import { call } from './call.ts';

/** Counts what left in the running hour, so that it is asked for when somebody looks. */
export const evaluationsQuery = queryOptions({
  queryKey: ['evaluations'],
  queryFn: ({ signal }) => call<EvaluationsView>('/api/evaluations', { signal, patienceMs: 60_000 }),
  refetchOnWindowFocus: false,
});

// Simulations wait for one another.
const patienceMs = 120_000;

export function runEvaluation(text: string): Promise<RunView> {
  return call<RunView>('/api/evaluations/run', { method: 'POST', body: { text }, patienceMs });
}

export function decideEvaluation(form: DecisionForm): Promise<DecidedView> {
  return call<DecidedView>('/api/evaluations/decide', { method: 'POST', body: form, patienceMs });
}

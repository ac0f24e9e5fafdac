import type { HookedSessions, PlanProofs } from '../../ledger/index.ts';
import { type Control, controlOf, type Evidence } from '../control.ts';

/** Whether hooks asked in every session that called tools: they fail open in the client, so that only their absence tells. */
export function hooksAnswer({ worked, unhooked }: HookedSessions, days: number): Control {
  const of = worked;
  const hooked = worked - unhooked;
  const evidence: readonly Evidence[] = [
    ...(worked === 0 ? [{ state: 'unknown', code: 'no_sessions', args: { days } } as const] : []),
    ...(unhooked > 0
      ? [{ state: 'not_met', code: 'sessions_unhooked', args: { count: unhooked, of, days } } as const]
      : []),
    ...(hooked > 0 ? [{ state: 'met', code: 'sessions_hooked', args: { count: hooked, of, days } } as const] : []),
  ];
  return controlOf('hooks-answer', evidence);
}

/**
 * Whether it is known under which plan exchanges left. What the contract alone says is not contradicted, and not proven
 * either; of a plan that the catalogue does not have nothing is known at all.
 */
export function plansProven({ proven, declared, unknown }: PlanProofs, days: number): Control {
  const of = proven + declared + unknown;
  const counted = (state: Evidence['state'], code: Evidence['code'], count: number): readonly Evidence[] =>
    count > 0 ? [{ state, code, args: { count, of, days } }] : [];
  const evidence = [
    ...counted('not_met', 'plans_unknown', unknown),
    ...counted('unknown', 'plans_declared', declared),
    ...counted('met', 'plans_proven', proven),
  ];
  return controlOf('plans-proven', of === 0 ? [{ state: 'unknown', code: 'no_exchanges', args: { days } }] : evidence);
}

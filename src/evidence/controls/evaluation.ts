import type { Reopening, Standing } from '../../evaluation/index.ts';
import { type Control, controlOf, earliest, type Evidence } from '../control.ts';
import type { ContractInUse } from './contracts.ts';

type Evaluated = { readonly standings: readonly Standing[]; readonly held: readonly ContractInUse[] };

/** Whether zero retention was decided on for the plan of each contract, and what was decided still rests on what is so. */
export function zdrEvaluated({ standings, held }: Evaluated): Control {
  const decided = new Set(standings.map(({ decision }) => `${decision.vendor}/${decision.plan}`));
  const undecided = [...new Set(held.map(({ vendor, plan }) => `${vendor}/${plan}`))]
    .filter((plan) => !decided.has(plan))
    .map((plan): Evidence => ({ state: 'unknown', code: 'zdr_undecided', args: { plan } }));
  const evidence = [...standings.flatMap(evidenceOf), ...undecided];
  const days = standings.map(({ decision }) => decision.expiresOn);
  if (evidence.length > 0) return controlOf('zdr-evaluated', evidence, earliest(days));
  return controlOf('zdr-evaluated', [{ state: 'unknown', code: 'no_contract', args: {} }]);
}

function evidenceOf({ decision, state, reasons }: Standing): readonly Evidence[] {
  const { evaluation, expiresOn } = decision;
  if (state === 'decided') return [{ state: 'met', code: 'zdr_decided', args: { evaluation, expiresOn } }];
  const facts = reasons.flatMap((reason) => ('fact' in reason ? [reason.fact] : []));
  const count = new Set(facts).size;
  const ofFacts: readonly Evidence[] =
    count === 0
      ? []
      : [{ state: 'not_met', code: 'zdr_facts_changed', args: { evaluation, count, first: facts[0] ?? '' } }];
  return [...ofFacts, ...reasons.flatMap((reason) => otherEvidence(evaluation, reason))];
}

// What was decided and has run out may still be right: nobody knows. What changed speaks against it.
function otherEvidence(evaluation: string, reason: Reopening): readonly Evidence[] {
  switch (reason.code) {
    case 'expired':
      return [{ state: 'unknown', code: 'zdr_expired', args: { evaluation, expiresOn: reason.expiresOn } }];
    case 'plan_gone':
      return [{ state: 'not_met', code: 'zdr_plan_gone', args: { evaluation, plan: reason.plan } }];
    case 'volume_grown': {
      const { label, decided, counted } = reason;
      return [{ state: 'not_met', code: 'zdr_volume_grown', args: { evaluation, label, decided, counted } }];
    }
    case 'label_new':
      return [{ state: 'not_met', code: 'zdr_label_new', args: { evaluation, label: reason.label } }];
    case 'model_outside':
      return [{ state: 'not_met', code: 'zdr_model_outside', args: { evaluation, model: reason.model } }];
    default:
      return [];
  }
}

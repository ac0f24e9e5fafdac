import { compareContracts, type ContractFault, type HeldContract, type Policy } from '../../policy/index.ts';
import { type Control, controlOf, earliest, type Evidence } from '../control.ts';

/** A contract as the post holds it, with when it was stopped. */
export type ContractInUse = HeldContract & { readonly stoppedAt: string | null };

type Contracts = { readonly policy: Policy; readonly held: readonly ContractInUse[]; readonly now: Date };

const none: Evidence = { state: 'unknown', code: 'no_contract', args: {} };

/** Whether somebody looked at each contract by the day they had set. After it what was agreed counts as unknown. */
export function contractsReview({ policy, held, now }: Contracts): Control {
  const { contracts } = policy.configuration;
  const today = now.toISOString().slice(0, 10);
  const evidence = held.map(({ name: contract }): Evidence => {
    const reviewOn = Object.hasOwn(contracts, contract) ? contracts[contract]?.reviewOn : undefined;
    if (reviewOn === undefined) return { state: 'unknown', code: 'review_missing', args: { contract } };
    return reviewOn < today
      ? { state: 'unknown', code: 'review_overdue', args: { contract, reviewOn } }
      : { state: 'met', code: 'review_ahead', args: { contract, reviewOn } };
  });
  const days = held.map(({ name }) => (Object.hasOwn(contracts, name) ? contracts[name]?.reviewOn : undefined));
  return controlOf('contracts-review', held.length === 0 ? [none] : evidence, earliest(days));
}

// What the policy says nothing of, or nobody compares, may be as agreed: nobody knows.
const unknowing: ReadonlySet<ContractFault['code']> = new Set(['contract_unnamed', 'organization_unchecked']);

/** Whether the contracts that the policy speaks of are those that exchanges leave under. */
export function contractsAgree({ policy, held }: Contracts): Control {
  const faults = compareContracts(policy.configuration.contracts, held);
  const evidence = faults.map(({ code, contract, inPolicy, held: holds }): Evidence => {
    const state = unknowing.has(code) ? 'unknown' : 'not_met';
    return { state, code, args: { contract, inPolicy, held: holds } };
  });
  const faulty = new Set(faults.map(({ contract }) => contract));
  const count = held.filter(({ name }) => !faulty.has(name)).length;
  const agreeing: readonly Evidence[] = count > 0 ? [{ state: 'met', code: 'contracts_agree', args: { count } }] : [];
  return controlOf('contracts-agree', held.length === 0 ? [...evidence, none] : [...evidence, ...agreeing]);
}

/** Whether no contract was stopped because another organisation answered than the one it names. */
export function contractsRun({ held }: Contracts): Control {
  const stopped = held.flatMap(({ name: contract, stoppedAt }): readonly Evidence[] =>
    stoppedAt === null ? [] : [{ state: 'not_met', code: 'contract_stopped', args: { contract, stoppedAt } }],
  );
  const count = held.length - stopped.length;
  const running: readonly Evidence[] = count > 0 ? [{ state: 'met', code: 'contracts_run', args: { count } }] : [];
  return controlOf('contracts-run', held.length === 0 ? [none] : [...stopped, ...running]);
}

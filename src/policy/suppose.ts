import type { ExchangeFacts, PlanFacts } from './facts.ts';
import type { Policy } from './policy.ts';

/** What somebody asks who wants to know what would hold, without an exchange. */
export type Supposed = {
  readonly at: string;
  readonly workspace: string;
  /** Whether the contract has all that a vendor agrees to on request: zero data retention, no training. */
  readonly isAgreed: boolean;
  readonly roles?: readonly string[];
};

const contract = 'a contract for the plan';

/**
 * The policy with a contract for whatever plan is asked for, and with its first label for what has no other: a label that
 * is handed in is then the one that counts.
 */
export function supposing(policy: Policy, { workspace, isAgreed }: Supposed): Policy {
  const { configuration } = policy;
  const agreed = { since: '0001-01-01', document: '' };
  const terms = Object.hasOwn(configuration.workspaces, workspace)
    ? configuration.workspaces[workspace]
    : configuration.otherWorkspaces;
  return byFirstLabel(policy, {
    contracts: { [contract]: { plan: '', ...(isAgreed ? { zdr: agreed, trainingOptOut: agreed } : {}) } },
    workspaces: { [workspace]: { zdr: false, ...terms, contract: undefined } },
  });
}

/** The policy with its first label for what has no other, and with what else shall be otherwise. */
export function byFirstLabel(policy: Policy, otherwise: Partial<Policy['configuration']> = {}): Policy {
  const defaultLabel = policy.labels.all[0]?.name ?? '';
  return policy.with({ ...policy.configuration, ...otherwise, defaultLabel });
}

/** An exchange of a trained person, with a model and a client that nothing stands against. */
export function supposedFacts({ at, workspace, roles = [] }: Supposed, plan: PlanFacts): ExchangeFacts {
  const person = { roles, trainingValidUntil: '9999-12-31' };
  return { at, person, workspace, contract, plan, features: [], client: { name: '' } };
}

import type { Configuration } from './files/configuration.ts';

/** A contract as a post holds it: what exchanges really leave under. */
export type HeldContract = {
  readonly name: string;
  readonly vendor: string;
  readonly plan: string;
  readonly organizationId: string | null;
};

/**
 * Where the two lists of contracts part. `contract_unnamed`: the post holds it, and the policy says nothing of its terms.
 * `contract_unheld`: the policy speaks of it, and nothing can leave under it. `organization_unchecked`: the policy names an
 * organisation, the post does not, so whoever answers is not compared.
 */
export type ContractFault = {
  readonly contract: string;
  readonly code:
    | 'contract_unnamed'
    | 'contract_unheld'
    | 'plan_differs'
    | 'organization_differs'
    | 'organization_unchecked';
  /** What the policy says, and what the post holds; empty where one says nothing. */
  readonly inPolicy: string;
  readonly held: string;
};

/** Compares the contracts of `octroi.yaml` with those that a post holds, by their names. */
export function compareContracts(
  named: Configuration['contracts'],
  held: readonly HeldContract[],
): readonly ContractFault[] {
  const heldNames = new Set(held.map(({ name }) => name));
  return [
    ...held.flatMap((contract) => faultsOf(named, contract)),
    ...Object.entries(named).flatMap(([contract, { plan }]): readonly ContractFault[] =>
      heldNames.has(contract) ? [] : [{ contract, code: 'contract_unheld', inPolicy: plan, held: '' }],
    ),
  ];
}

function faultsOf(named: Configuration['contracts'], held: HeldContract): readonly ContractFault[] {
  const { name: contract, vendor, plan, organizationId } = held;
  const holds = `${vendor}/${plan}`;
  const terms = Object.hasOwn(named, contract) ? named[contract] : undefined;
  if (!terms) return [{ contract, code: 'contract_unnamed', inPolicy: '', held: holds }];
  const { organization } = terms;
  const faults: ContractFault[] = [];
  if (terms.plan !== holds) faults.push({ contract, code: 'plan_differs', inPolicy: terms.plan, held: holds });
  if (organization !== undefined && organizationId === null)
    faults.push({ contract, code: 'organization_unchecked', inPolicy: organization, held: '' });
  else if (organization !== undefined && organizationId !== null && organization !== organizationId)
    faults.push({ contract, code: 'organization_differs', inPolicy: organization, held: organizationId });
  return faults;
}

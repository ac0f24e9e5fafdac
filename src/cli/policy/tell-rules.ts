import { compareContracts, type ContractFault, type Fault } from '../../policy/index.ts';
import { listContracts } from '../../tenancy/index.ts';
import type { Installation } from '../wire.ts';
import type { Rules } from './rules-in-force.ts';

/** What an operator should look at in rules that count all the same: names and codes only. */
export type RulesRemark =
  | ({ readonly kind: 'policy_warning' } & Pick<Fault, 'file' | 'line' | 'code' | 'detail'>)
  | ({ readonly kind: 'contract_fault' } & Pick<ContractFault, 'contract' | 'code'>);

/** Tells what is likely a slip in rules that come into force, and where their contracts and those that are held part. */
export async function tellOfRules(
  { policy, warnings }: Rules,
  { tenancy, tenant }: Pick<Installation, 'tenancy' | 'tenant'>,
  tell: (remark: RulesRemark) => void,
): Promise<void> {
  for (const { file, line, code, detail } of warnings) tell({ kind: 'policy_warning', file, line, code, detail });
  const held = await listContracts(tenancy, tenant.id);
  for (const { contract, code } of compareContracts(policy.configuration.contracts, held))
    tell({ kind: 'contract_fault', contract, code });
}

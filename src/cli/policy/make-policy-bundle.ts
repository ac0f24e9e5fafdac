import { systemClock } from '../../base/index.ts';
import { makeBundle, type PolicyBundle } from '../../policy/index.ts';
import type { Invocation } from '../command.ts';
import { compileInputs } from './compile-inputs.ts';
import { endpointRequirements } from './endpoint-requirements.ts';
import { policyOf } from './read-policy-folder.ts';

/** What the policy's folder says to workstations. @throws what `compileInputs` and `policyOf` throw */
export async function bundleOf(invocation: Invocation, days: number): Promise<PolicyBundle> {
  const { policy } = await policyOf(invocation);
  const { minimumVersion, ...requirements } = endpointRequirements(policy, systemClock().toISOString().slice(0, 10));
  return makeBundle({
    inputFor: await compileInputs(invocation),
    requirements: { ...requirements, ...(minimumVersion === undefined ? {} : { minimumVersion }) },
    days,
  });
}

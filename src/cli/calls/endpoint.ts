import type { Requirements } from '../../endpoint/index.ts';
import type { PolicyBundle } from '../../policy/index.ts';
import type { Command, Invocation } from '../command.ts';
import { fixCall, hookCall, purgeCall, scanCall } from './workstation.ts';

export const endpointScan: Command = {
  ...scanCall,
  run: async (invocation) =>
    (await import('../commands/endpoint-scan.ts')).endpointScan(requirementsOfPolicy)(invocation),
};

export const endpointFix: Command = {
  ...fixCall,
  run: async (invocation) => (await import('../commands/endpoint-fix.ts')).endpointFix(bundleOfPolicy)(invocation),
};

export const endpointPurge: Command = {
  ...purgeCall,
  run: async (invocation) => (await import('../commands/endpoint-purge.ts')).endpointPurge(invocation),
};

export const hookCommand: Command = {
  ...hookCall,
  run: async (invocation) => (await import('../commands/hook.ts')).hookCommand(invocation),
};

async function requirementsOfPolicy(invocation: Invocation): Promise<Requirements> {
  const { policyOf } = await import('../policy/read-policy-folder.ts');
  const { endpointRequirements } = await import('../policy/endpoint-requirements.ts');
  const { defaultRequirements } = await import('../../endpoint/index.ts');
  return { ...defaultRequirements, ...endpointRequirements((await policyOf(invocation)).policy) };
}

async function bundleOfPolicy(invocation: Invocation): Promise<PolicyBundle> {
  const { bundleOf } = await import('../policy/make-policy-bundle.ts');
  return bundleOf(invocation, 1);
}

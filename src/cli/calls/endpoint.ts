import { systemClock } from '../../base/index.ts';
import type { Requirements } from '../../endpoint/index.ts';
import type { PolicyBundle } from '../../policy/index.ts';
import { enrolCall, fixCall, hookCall, passCall, purgeCall, reportCall, scanCall, serviceCall } from './workstation.ts';
import { type Command, commonOptions, type Invocation } from '../command.ts';

export const endpointScan: Command = {
  ...scanCall,
  run: async (invocation) =>
    (await import('../commands/endpoint-scan.ts')).endpointScan(requirementsOfPolicy)(invocation),
};

export const endpointProbe: Command = {
  name: 'endpoint probe',
  options: {
    ...commonOptions,
    all: { type: 'boolean' },
    program: { type: 'string' },
    profile: { type: 'string' },
    set: { type: 'string', multiple: true },
    mode: { type: 'string' },
    'each-alone': { type: 'boolean' },
    record: { type: 'boolean' },
    'watch-seconds': { type: 'string' },
    'without-namespace': { type: 'boolean' },
  },
  rest: 'CLIENT',
  summary: 'endpointProbe.summary',
  notes: 'endpointProbe.notes',
  examples: [
    'octroi endpoint probe claude-code',
    'octroi endpoint probe claude-code --profile managed-settings.json --each-alone',
    'octroi endpoint probe codex --mode one-shot --program ~/codex/bin/codex --record',
    'octroi endpoint probe --all --json > probes.json',
  ],
  run: async (invocation) => (await import('../commands/endpoint-probe.ts')).endpointProbe(invocation),
};
export const endpointFix: Command = {
  ...fixCall,
  run: async (invocation) => (await import('../commands/endpoint-fix.ts')).endpointFix(bundleOfPolicy)(invocation),
};

export const endpointPurge: Command = {
  ...purgeCall,
  run: async (invocation) => (await import('../commands/endpoint-purge.ts')).endpointPurge(invocation),
};

export const endpointEnrol: Command = {
  ...enrolCall,
  run: async (invocation) => (await import('../commands/endpoint-report.ts')).endpointEnrol(invocation),
};

export const endpointReport: Command = {
  ...reportCall,
  run: async (invocation) =>
    (await import('../commands/endpoint-report.ts')).endpointReport(requirementsOfPolicy)(invocation),
};

export const endpointPass: Command = {
  ...passCall,
  run: async (invocation) => (await import('../commands/endpoint-pass.ts')).endpointPass(invocation),
};

export const endpointService: Command = {
  ...serviceCall,
  run: async (invocation) => (await import('../commands/endpoint-report.ts')).endpointService(invocation),
};

export const hookCommand: Command = {
  ...hookCall,
  run: async (invocation) => (await import('../commands/hook.ts')).hookCommand(invocation),
};

async function requirementsOfPolicy(invocation: Invocation): Promise<Requirements> {
  const { policyOf } = await import('../policy/read-policy-folder.ts');
  const { endpointRequirements } = await import('../policy/endpoint-requirements.ts');
  const { defaultRequirements } = await import('../../endpoint/index.ts');
  const today = systemClock().toISOString().slice(0, 10);
  return { ...defaultRequirements, ...endpointRequirements((await policyOf(invocation)).policy, today) };
}

async function bundleOfPolicy(invocation: Invocation): Promise<PolicyBundle> {
  const { bundleOf } = await import('../policy/make-policy-bundle.ts');
  return bundleOf(invocation, 1);
}
export const labelsSend: Command = {
  name: 'labels send',
  options: { gateway: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  summary: 'labelsSend.summary',
  notes: 'labelsSend.notes',
  examples: ['octroi labels send --gateway https://octroi.example.internal < event.json'],
  run: async (invocation) => (await import('../commands/labels-send.ts')).labelsSend(invocation),
};

import type { Requirements } from '../../endpoint/index.ts';
import type { PolicyBundle } from '../../policy/index.ts';
import { type Command, commonOptions, type Invocation } from '../command.ts';

/** A signed bundle of the policy, and the keys it is held against. */
const bundleOptions = {
  bundle: { type: 'string' },
  key: { type: 'string', multiple: true },
} as const satisfies Command['options'];

export const endpointScan: Command = {
  name: 'endpoint scan',
  options: {
    root: { type: 'string' },
    user: { type: 'string' },
    'all-users': { type: 'boolean' },
    system: { type: 'string' },
    policy: { type: 'string' },
    ...bundleOptions,
    gateway: { type: 'string' },
    'minimum-version': { type: 'string' },
    live: { type: 'boolean' },
    json: { type: 'boolean' },
    sarif: { type: 'boolean' },
    junit: { type: 'boolean' },
    html: { type: 'boolean' },
    intune: { type: 'boolean' },
    jamf: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
  summary: 'endpointScan.summary',
  examples: [
    'octroi endpoint scan',
    'octroi endpoint scan --all-users --json',
    'octroi endpoint scan --all-users --policy ../governance/policy',
    'octroi endpoint scan --root /mnt/image --sarif > scan.sarif',
  ],
  run: async (invocation) =>
    (await import('../commands/endpoint-scan.ts')).endpointScan(requirementsOfPolicy)(invocation),
};

export const endpointFix: Command = {
  name: 'endpoint fix',
  options: {
    ...commonOptions,
    root: { type: 'string' },
    system: { type: 'string' },
    ...bundleOptions,
    policy: { type: 'string' },
    gateway: { type: 'string' },
    login: { type: 'string' },
    'hook-command': { type: 'string' },
    plan: { type: 'boolean' },
    remove: { type: 'boolean' },
    'shell-profile': { type: 'boolean' },
    undo: { type: 'boolean' },
  },
  summary: 'endpointFix.summary',
  notes: 'endpointFix.notes',
  examples: [
    'octroi endpoint fix --bundle bundle.json --key KEY --plan',
    'octroi endpoint fix --bundle bundle.json --key KEY',
    'octroi endpoint fix --policy ../governance/policy --gateway https://octroi.example.internal --root /mnt/image --plan',
    'octroi endpoint fix --undo',
  ],
  run: async (invocation) => (await import('../commands/endpoint-fix.ts')).endpointFix(bundleOfPolicy)(invocation),
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

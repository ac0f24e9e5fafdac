import { type Command, commonOptions } from '../command.ts';

export const endpointScan: Command = {
  name: 'endpoint scan',
  options: {
    root: { type: 'string' },
    user: { type: 'string' },
    'all-users': { type: 'boolean' },
    system: { type: 'string' },
    policy: { type: 'string' },
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
  run: async (invocation) => (await import('../commands/endpoint-scan.ts')).endpointScan(invocation),
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

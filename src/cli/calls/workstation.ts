import { type Command, commonOptions } from '../command.ts';

/** How a command for workstations is called. What it does is bound twice: in octroi, and in the workstation's one file. */
export type Call = Omit<Command, 'run'>;

/** A signed bundle of the policy, and the keys it is held against. */
const bundleOptions = {
  bundle: { type: 'string' },
  key: { type: 'string', multiple: true },
} as const satisfies Command['options'];

export const scanCall: Call = {
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
};

export const fixCall: Call = {
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
  optionTexts: { plan: 'endpointFix.plan' },
  summary: 'endpointFix.summary',
  notes: 'endpointFix.notes',
  examples: [
    'octroi endpoint fix --bundle bundle.json --key KEY --plan',
    'octroi endpoint fix --bundle bundle.json --key KEY',
    'octroi endpoint fix --policy ../governance/policy --gateway https://octroi.example.internal --root /mnt/image --plan',
    'octroi endpoint fix --undo',
  ],
};

export const purgeCall: Call = {
  name: 'endpoint purge',
  options: {
    root: { type: 'string' },
    user: { type: 'string' },
    'all-users': { type: 'boolean' },
    system: { type: 'string' },
    ...bundleOptions,
    traces: { type: 'boolean' },
    days: { type: 'string' },
    confirm: { type: 'boolean' },
    certificate: { type: 'string' },
    'signing-key': { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
  optionTexts: { days: 'endpointPurge.days' },
  summary: 'endpointPurge.summary',
  notes: 'endpointPurge.notes',
  examples: [
    'octroi endpoint purge --traces',
    'octroi endpoint purge --traces --days 14 --confirm --certificate purged.json',
  ],
};

export const enrolCall: Call = {
  name: 'endpoint enrol',
  options: {
    gateway: { type: 'string' },
    code: { type: 'string' },
    again: { type: 'boolean' },
    state: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
  optionTexts: { state: 'endpointReport.state' },
  summary: 'endpointEnrol.summary',
  notes: 'endpointEnrol.notes',
  examples: ['octroi endpoint enrol --gateway https://octroi.example.internal --code CODE'],
};

export const reportCall: Call = {
  name: 'endpoint report',
  options: {
    root: { type: 'string' },
    user: { type: 'string' },
    'all-users': { type: 'boolean' },
    system: { type: 'string' },
    policy: { type: 'string' },
    ...bundleOptions,
    'minimum-version': { type: 'string' },
    state: { type: 'string' },
    watch: { type: 'boolean' },
    every: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
  optionTexts: { state: 'endpointReport.state' },
  summary: 'endpointReport.summary',
  notes: 'endpointReport.notes',
  examples: ['octroi endpoint report --all-users', 'octroi endpoint report --all-users --watch --every 60'],
};

export const passCall: Call = {
  name: 'endpoint pass',
  options: {
    hours: { type: 'string' },
    state: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
  optionTexts: { state: 'endpointReport.state' },
  summary: 'endpointPass.summary',
  notes: 'endpointPass.notes',
  examples: ['HTTPS_PROXY=http://workstation:$(octroi endpoint pass)@octroi.example.internal:8042'],
};

export const serviceCall: Call = {
  name: 'endpoint service',
  options: {
    print: { type: 'string' },
    every: { type: 'string' },
    program: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
  optionTexts: { program: 'endpointService.program' },
  summary: 'endpointService.summary',
  notes: 'endpointService.notes',
  examples: ['octroi endpoint service --print systemd', 'octroi endpoint service --print launchd --every 30'],
};

export const hookCall: Call = {
  name: 'hook',
  options: { state: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  summary: 'hook.summary',
  notes: 'hook.notes',
  examples: ['octroi hook < asked.json'],
};

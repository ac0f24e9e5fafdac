import type { Command } from '../command.ts';

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

export const labelsSend: Command = {
  name: 'labels send',
  options: { gateway: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  summary: 'labelsSend.summary',
  notes: 'labelsSend.notes',
  examples: ['octroi labels send --gateway https://octroi.example.internal < event.json'],
  run: async (invocation) => (await import('../commands/labels-send.ts')).labelsSend(invocation),
};

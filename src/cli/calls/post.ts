import { type Command, commonOptions } from '../command.ts';

export const up: Command = {
  name: 'up',
  options: { ...commonOptions, 'older-catalogue': { type: 'boolean' } },
  summary: 'up.summary',
  examples: ['octroi up', 'octroi up --data /srv/octroi', 'DATABASE_URL=postgresql://octroi@db/octroi octroi up'],
  run: async (invocation) => (await import('../commands/up.ts')).runUp(invocation),
};

export const demo: Command = {
  name: 'demo',
  options: { ...commonOptions, 'pause-ms': { type: 'string' } },
  summary: 'demo.summary',
  examples: ['octroi demo', 'octroi demo --data /tmp/octroi-demo'],
  run: async (invocation) => (await import('../commands/demo.ts')).runDemo(invocation),
};

export const consoleLink: Command = {
  name: 'console link',
  options: commonOptions,
  summary: 'consoleLink.summary',
  examples: ['octroi console link'],
  run: async (invocation) => (await import('../commands/console-link.ts')).consoleLink(invocation),
};

export const exportCommand: Command = {
  name: 'export',
  options: {
    ...commonOptions,
    from: { type: 'string' },
    until: { type: 'string' },
    kind: { type: 'string' },
    verifiable: { type: 'boolean' },
  },
  summary: 'export.summary',
  examples: [
    'octroi export > ledger.jsonl',
    'octroi export --verifiable --from 2026-11-01 > november.jsonl',
    'octroi export --from 2026-11-01 --until 2026-12-01 --kind exchange_declared,exchange_finished',
  ],
  run: async (invocation) => (await import('../commands/export.ts')).exportCommand(invocation),
};

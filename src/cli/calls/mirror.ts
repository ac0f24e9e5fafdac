import { type Command, commonOptions } from '../command.ts';

export const mirror: Command = {
  name: 'mirror',
  options: { ...commonOptions, on: { type: 'string' }, policy: { type: 'string' } },
  summary: 'mirror.summary',
  notes: 'mirror.notes',
  examples: ['octroi mirror', 'octroi mirror --on 2026-12-24 --json'],
  run: async (invocation) => (await import('../commands/mirror.ts')).mirror(invocation),
};

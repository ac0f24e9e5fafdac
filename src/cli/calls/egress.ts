import { type Command, commonOptions } from '../command.ts';

export const egressExplain: Command = {
  name: 'egress explain',
  options: { ...commonOptions, policy: { type: 'string' } },
  words: ['HOST[:PORT]'],
  summary: 'egressExplain.summary',
  notes: 'egressExplain.notes',
  examples: ['octroi egress explain claude.ai', 'octroi egress explain api.githubcopilot.com:443 --json'],
  run: async (invocation) => (await import('../commands/egress.ts')).egressExplain(invocation),
};

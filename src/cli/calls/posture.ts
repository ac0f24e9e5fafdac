import { type Command, commonOptions } from '../command.ts';

export const posture: Command = {
  name: 'posture',
  options: commonOptions,
  summary: 'posture.summary',
  notes: 'posture.notes',
  examples: ['octroi posture', 'octroi posture --json', 'octroi posture --data /srv/octroi'],
  run: async (invocation) => (await import('../commands/posture.ts')).showPosture(invocation),
};

import { type Command, commonOptions } from '../command.ts';

export const minimisation: Command = {
  name: 'minimisation',
  options: {
    ...commonOptions,
    from: { type: 'string' },
    until: { type: 'string' },
    workspace: { type: 'string' },
    repository: { type: 'string' },
    policy: { type: 'string' },
  },
  summary: 'minimisation.summary',
  optionTexts: {
    workspace: 'minimisation.workspace',
    repository: 'minimisation.repository',
    policy: 'minimisation.policy',
  },
  notes: 'minimisation.notes',
  examples: [
    'octroi minimisation --from 2026-11-01',
    'octroi minimisation --workspace payments --repository ../payments',
    'octroi minimisation --policy ../proposal/policy',
  ],
  run: async (invocation) => (await import('../commands/minimisation.ts')).minimisation(invocation),
};

import { type Command, commonOptions } from '../command.ts';

export const trainingRecord: Command = {
  name: 'training record',
  options: {
    ...commonOptions,
    module: { type: 'string' },
    'valid-until': { type: 'string' },
    document: { type: 'string' },
  },
  words: ['PERSON'],
  summary: 'trainingRecord.summary',
  notes: 'trainingRecord.notes',
  examples: [
    'octroi training record abies-0412 --module ai-basics --valid-until 2027-06-30',
    'octroi training record ada@example.com --module ai-basics --valid-until 2027-06-30 --document LMS-4711',
  ],
  run: async (invocation) => (await import('../commands/training.ts')).trainingRecord(invocation),
};

export const trainingList: Command = {
  name: 'training list',
  options: commonOptions,
  summary: 'trainingList.summary',
  examples: ['octroi training list', 'octroi training list --json'],
  run: async (invocation) => (await import('../commands/training.ts')).trainingList(invocation),
};

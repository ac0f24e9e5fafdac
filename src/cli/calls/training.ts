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

export const trainingMatrix: Command = {
  name: 'training matrix',
  options: commonOptions,
  summary: 'trainingMatrix.summary',
  notes: 'trainingMatrix.notes',
  examples: ['octroi training matrix', 'octroi training matrix --json'],
  run: async (invocation) => (await import('../commands/training-team.ts')).trainingMatrix(invocation),
};

export const trainingRemind: Command = {
  name: 'training remind',
  options: commonOptions,
  summary: 'trainingRemind.summary',
  notes: 'trainingRemind.notes',
  examples: ['octroi training remind | send-to-chat'],
  run: async (invocation) => (await import('../commands/training-team.ts')).trainingRemind(invocation),
};

export const trainingGrant: Command = {
  name: 'training grant',
  options: { ...commonOptions, hours: { type: 'string' }, reason: { type: 'string' } },
  words: ['PERSON'],
  summary: 'trainingGrant.summary',
  notes: 'trainingGrant.notes',
  examples: ['octroi training grant abies-0412 --hours 4 --reason "incident 4711, nobody else is on call"'],
  run: async (invocation) => (await import('../commands/training-team.ts')).trainingGrant(invocation),
};

export const trainingExport: Command = {
  name: 'training export',
  options: { ...commonOptions, lrs: { type: 'string' }, out: { type: 'string' } },
  words: ['FORMAT'],
  summary: 'trainingExport.summary',
  notes: 'trainingExport.notes',
  examples: [
    'octroi training export csv > trainings.csv',
    'octroi training export xapi --lrs https://lrs.example/xapi < lrs-credential',
    'octroi training export cmi5 --out course.zip',
  ],
  run: async (invocation) => (await import('../commands/training-export.ts')).trainingExport(invocation),
};

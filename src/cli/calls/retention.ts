import { type Command, commonOptions } from '../command.ts';

const statement = { reason: { type: 'string' }, by: { type: 'string' } } as const;

export const holdAdd: Command = {
  name: 'hold add',
  options: { ...commonOptions, scope: { type: 'string' }, ...statement, until: { type: 'string' } },
  summary: 'holdAdd.summary',
  notes: 'holdAdd.notes',
  examples: [
    'octroi hold add --scope person:ada@example.com --reason "dispute 12" --by "legal department"',
    'octroi hold add --scope class:declaration --until 2027-06-30 --reason audit --by CISO',
  ],
  run: async (invocation) => (await import('../commands/hold.ts')).holdAdd(invocation),
};

export const holdList: Command = {
  name: 'hold list',
  options: commonOptions,
  summary: 'holdList.summary',
  examples: ['octroi hold list', 'octroi hold list --json'],
  run: async (invocation) => (await import('../commands/hold.ts')).holdList(invocation),
};

export const holdRelease: Command = {
  name: 'hold release',
  options: { ...commonOptions, ...statement },
  words: ['ID'],
  summary: 'holdRelease.summary',
  examples: ['octroi hold release 01a214db-c4d1-7788-be06-02f907c359c2 --reason settled --by "legal department"'],
  run: async (invocation) => (await import('../commands/hold.ts')).holdRelease(invocation),
};

export const retentionStatus: Command = {
  name: 'retention status',
  options: commonOptions,
  summary: 'retentionStatus.summary',
  examples: ['octroi retention status', 'octroi retention status --json'],
  run: async (invocation) => (await import('../commands/retention.ts')).retentionStatus(invocation),
};

export const retentionPlan: Command = {
  name: 'retention plan',
  options: commonOptions,
  summary: 'retentionPlan.summary',
  examples: ['octroi retention plan'],
  run: async (invocation) => (await import('../commands/retention.ts')).retentionPlan(invocation),
};

export const retentionSweep: Command = {
  name: 'retention sweep',
  options: commonOptions,
  summary: 'retentionSweep.summary',
  examples: ['octroi retention sweep'],
  run: async (invocation) => (await import('../commands/retention.ts')).retentionSweep(invocation),
};

export const retentionErase: Command = {
  name: 'retention erase',
  options: {
    ...commonOptions,
    person: { type: 'string' },
    conversation: { type: 'string' },
    ...statement,
    'dry-run': { type: 'boolean' },
    confirm: { type: 'string' },
  },
  summary: 'retentionErase.summary',
  notes: 'retentionErase.notes',
  examples: [
    'octroi retention erase --person ada@example.com --dry-run',
    'octroi retention erase --person ada@example.com --reason "request 2026-7" --by DPO --confirm 0123456789abcdef',
  ],
  run: async (invocation) => (await import('../commands/retention.ts')).retentionErase(invocation),
};

export const retentionCertificates: Command = {
  name: 'retention certificates',
  options: commonOptions,
  summary: 'retentionCertificates.summary',
  examples: ['octroi retention certificates'],
  run: async (invocation) => (await import('../commands/retention.ts')).retentionCertificates(invocation),
};

export const retentionCertificate: Command = {
  name: 'retention certificate',
  options: { ...commonOptions, out: { type: 'string' } },
  words: ['ID'],
  summary: 'retentionCertificate.summary',
  examples: [
    'octroi retention certificate 01a214db-c4d1-7788-be06-02f907c359c2 --out erased.json',
    'octroi verify erased.json --key octroi-keys.txt',
  ],
  run: async (invocation) => (await import('../commands/retention.ts')).retentionCertificate(invocation),
};

export const conversationDelete: Command = {
  name: 'conversation delete',
  options: { ...commonOptions, ...statement },
  words: ['SESSION'],
  summary: 'conversationDelete.summary',
  notes: 'conversationDelete.notes',
  examples: ['octroi conversation delete 0b0c8b1e-5f3a-4f0e-9b57-0c9ad9b5b1f2 --reason "asked for" --by ada'],
  run: async (invocation) => (await import('../commands/retention.ts')).conversationDelete(invocation),
};

export const accessRequest: Command = {
  name: 'access-request',
  options: { ...commonOptions, out: { type: 'string' }, by: { type: 'string' }, language: { type: 'string' } },
  words: ['PERSON'],
  summary: 'accessRequest.summary',
  notes: 'accessRequest.notes',
  examples: [
    'octroi access-request ada@example.com --out ada.zip --by DPO',
    'octroi access-request abies-0412 --out a.zip --by DPO --language fr',
  ],
  run: async (invocation) => (await import('../commands/access-request.ts')).accessRequest(invocation),
};

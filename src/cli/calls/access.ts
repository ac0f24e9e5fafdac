import { type Command, commonOptions } from '../command.ts';

export const contractAdd: Command = {
  name: 'contract add',
  options: {
    ...commonOptions,
    name: { type: 'string' },
    plan: { type: 'string' },
    upstream: { type: 'string' },
    organization: { type: 'string' },
    workspace: { type: 'string' },
    'credential-file': { type: 'string' },
  },
  summary: 'contractAdd.summary',
  examples: [
    'octroi contract add --organization 3fa85f64-5717-4562-b3fc-2c963f66afa6 < key.txt',
    'octroi contract add --name emea --workspace billing --credential-file key.txt',
  ],
  run: async (invocation) => (await import('../commands/contract.ts')).contractAdd(invocation),
};

export const contractList: Command = {
  name: 'contract list',
  options: commonOptions,
  summary: 'contractList.summary',
  examples: ['octroi contract list'],
  run: async (invocation) => (await import('../commands/contract.ts')).contractList(invocation),
};

export const contractResume: Command = {
  name: 'contract resume',
  options: commonOptions,
  words: ['ID'],
  summary: 'contractResume.summary',
  examples: ['octroi contract resume 01a214db-c4d1-7788-be06-02f907c359c2'],
  run: async (invocation) => (await import('../commands/contract.ts')).contractResume(invocation),
};

export const keyCreate: Command = {
  name: 'key create',
  options: {
    ...commonOptions,
    person: { type: 'string' },
    workspace: { type: 'string' },
    days: { type: 'string' },
    language: { type: 'string' },
  },
  summary: 'keyCreate.summary',
  examples: [
    'octroi key create --person "Ada Lovelace"',
    'octroi key create --person ada@example.com --workspace billing --days 30 --language fr',
  ],
  run: async (invocation) => (await import('../commands/key.ts')).keyCreate(invocation),
};

export const keyList: Command = {
  name: 'key list',
  options: commonOptions,
  summary: 'keyList.summary',
  examples: ['octroi key list', 'octroi key list --json'],
  run: async (invocation) => (await import('../commands/key.ts')).keyList(invocation),
};

export const keyRevoke: Command = {
  name: 'key revoke',
  options: commonOptions,
  words: ['ID'],
  summary: 'keyRevoke.summary',
  examples: ['octroi key revoke 01a214db-c8ac-72f1-8b8f-15fa6d8b2740'],
  run: async (invocation) => (await import('../commands/key.ts')).keyRevoke(invocation),
};

export const personInvite: Command = {
  name: 'person invite',
  options: {
    ...commonOptions,
    person: { type: 'string' },
    workspace: { type: 'string' },
    role: { type: 'string' },
    language: { type: 'string' },
  },
  summary: 'personInvite.summary',
  notes: 'personInvite.notes',
  examples: [
    'octroi person invite --person ada@example.com',
    'octroi person invite --person ada@example.com --workspace billing,web --role lead --language fr',
  ],
  run: async (invocation) => (await import('../commands/person.ts')).personInvite(invocation),
};

export const personList: Command = {
  name: 'person list',
  options: commonOptions,
  summary: 'personList.summary',
  examples: ['octroi person list', 'octroi person list --json'],
  run: async (invocation) => (await import('../commands/person.ts')).personList(invocation),
};

export const personDisable: Command = {
  name: 'person disable',
  options: commonOptions,
  words: ['PERSON'],
  summary: 'personDisable.summary',
  notes: 'personDisable.notes',
  examples: ['octroi person disable abies-0412', 'octroi person disable ada@example.com'],
  run: async (invocation) => (await import('../commands/person.ts')).personDisable(invocation),
};

export const personEnable: Command = {
  name: 'person enable',
  options: commonOptions,
  words: ['PERSON'],
  summary: 'personEnable.summary',
  examples: ['octroi person enable abies-0412'],
  run: async (invocation) => (await import('../commands/person.ts')).personEnable(invocation),
};

export const personGrant: Command = {
  name: 'person grant',
  options: commonOptions,
  words: ['PERSON', 'ROLE'],
  summary: 'personGrant.summary',
  notes: 'personGrant.notes',
  examples: ['octroi person grant abies-0412 lead', 'octroi person grant ada@example.com octroi-dpo'],
  run: async (invocation) => (await import('../commands/person.ts')).personGrant(invocation),
};

export const personRevoke: Command = {
  name: 'person revoke',
  options: commonOptions,
  words: ['PERSON', 'ROLE'],
  summary: 'personRevoke.summary',
  examples: ['octroi person revoke abies-0412 lead'],
  run: async (invocation) => (await import('../commands/person.ts')).personRevoke(invocation),
};

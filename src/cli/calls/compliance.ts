import { type Command, commonOptions } from '../command.ts';

const contractOption = { contract: { type: 'string' } } as const;

export const complianceKey: Command = {
  name: 'compliance key',
  options: { ...commonOptions, ...contractOption, upstream: { type: 'string' } },
  summary: 'complianceKey.summary',
  examples: ['octroi compliance key --contract enterprise < compliance-key.txt'],
  run: async (invocation) => (await import('../commands/compliance.ts')).complianceKey(invocation),
};

export const complianceChats: Command = {
  name: 'compliance chats',
  options: { ...commonOptions, ...contractOption },
  summary: 'complianceChats.summary',
  examples: ['octroi compliance chats --contract enterprise'],
  run: async (invocation) => (await import('../commands/compliance.ts')).complianceChats(invocation),
};

export const complianceSessions: Command = {
  name: 'compliance sessions',
  options: { ...commonOptions, ...contractOption },
  summary: 'complianceSessions.summary',
  examples: ['octroi compliance sessions --contract enterprise --json'],
  run: async (invocation) => (await import('../commands/compliance.ts')).complianceSessions(invocation),
};

export const complianceDelete: Command = {
  name: 'compliance delete',
  options: { ...commonOptions, ...contractOption },
  words: ['CHAT'],
  rest: 'CHAT',
  summary: 'complianceDelete.summary',
  examples: ['octroi compliance delete claude_chat_abc123 --contract enterprise'],
  run: async (invocation) => (await import('../commands/compliance.ts')).complianceDelete(invocation),
};

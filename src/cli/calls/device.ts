import { type Command, commonOptions } from '../command.ts';

export const deviceInvite: Command = {
  name: 'device invite',
  options: { ...commonOptions, days: { type: 'string' } },
  optionTexts: { days: 'deviceInvite.days' },
  words: ['NAME'],
  rest: 'NAME',
  summary: 'deviceInvite.summary',
  notes: 'deviceInvite.notes',
  examples: ['octroi device invite PC-0412', 'octroi device invite PC-0412 PC-0413 --days 14 --json'],
  run: async (invocation) => (await import('../commands/device.ts')).deviceInvite(invocation),
};

export const deviceList: Command = {
  name: 'device list',
  options: commonOptions,
  summary: 'deviceList.summary',
  notes: 'deviceList.notes',
  examples: ['octroi device list', 'octroi device list --json'],
  run: async (invocation) => (await import('../commands/device.ts')).deviceList(invocation),
};

export const deviceRevoke: Command = {
  name: 'device revoke',
  options: commonOptions,
  words: ['ID'],
  summary: 'deviceRevoke.summary',
  examples: ['octroi device revoke 01912d68-783e-7a2f-8a53-0b1c2d3e4f50'],
  run: async (invocation) => (await import('../commands/device.ts')).deviceRevoke(invocation),
};

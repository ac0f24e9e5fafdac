import { type Command, commonOptions } from '../command.ts';

export const filesList: Command = {
  name: 'files list',
  options: { ...commonOptions, all: { type: 'boolean' } },
  summary: 'filesList.summary',
  examples: ['octroi files list', 'octroi files list --all --json'],
  run: async (invocation) => (await import('../commands/files.ts')).filesList(invocation),
};

export const filesDelete: Command = {
  name: 'files delete',
  options: commonOptions,
  words: ['FILE'],
  rest: 'FILE',
  summary: 'filesDelete.summary',
  examples: ['octroi files delete file_011CNha8iCJcU1wXNR6q4V8w'],
  run: async (invocation) => (await import('../commands/files.ts')).filesDelete(invocation),
};

export const filesReconcile: Command = {
  name: 'files reconcile',
  options: commonOptions,
  summary: 'filesReconcile.summary',
  examples: ['octroi files reconcile', 'octroi files reconcile --json'],
  run: async (invocation) => (await import('../commands/files.ts')).filesReconcile(invocation),
};

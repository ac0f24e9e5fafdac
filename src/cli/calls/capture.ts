import { type Command, commonOptions } from '../command.ts';

export const captureRequest: Command = {
  name: 'capture request',
  options: { ...commonOptions, label: { type: 'string' }, purpose: { type: 'string' }, days: { type: 'string' } },
  summary: 'captureRequest.summary',
  notes: 'capture.notes',
  examples: ['octroi capture request --label internal --purpose "incident 4711, what left" --days 7 < my-octroi-key'],
  run: async (invocation) => (await import('../commands/capture.ts')).captureRequest(invocation),
};

export const captureApprove: Command = {
  name: 'capture approve',
  options: commonOptions,
  words: ['CAPTURE'],
  summary: 'captureApprove.summary',
  notes: 'capture.notes',
  examples: ['octroi capture approve 019a… < my-octroi-key'],
  run: async (invocation) => (await import('../commands/capture.ts')).captureApprove(invocation),
};

export const captureEnd: Command = {
  name: 'capture end',
  options: commonOptions,
  words: ['CAPTURE'],
  summary: 'captureEnd.summary',
  examples: ['octroi capture end 019a… < my-octroi-key'],
  run: async (invocation) => (await import('../commands/capture.ts')).captureEnd(invocation),
};

export const captureList: Command = {
  name: 'capture list',
  options: commonOptions,
  summary: 'captureList.summary',
  examples: ['octroi capture list'],
  run: async (invocation) => (await import('../commands/capture.ts')).captureList(invocation),
};

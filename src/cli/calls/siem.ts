import { type Command, commonOptions } from '../command.ts';

export const siemExport: Command = {
  name: 'siem export',
  options: {
    ...commonOptions,
    since: { type: 'string' },
    format: { type: 'string' },
    follow: { type: 'boolean' },
  },
  summary: 'siemExport.summary',
  notes: 'siemExport.notes',
  examples: [
    'octroi siem export --since 2026-11-01 > november.ocsf.jsonl',
    'octroi siem export --format cef --follow | logger --server siem.example --tcp --port 601',
  ],
  run: async (invocation) => (await import('../commands/siem.ts')).siemExport(invocation),
};

export const siemStatus: Command = {
  name: 'siem status',
  options: commonOptions,
  summary: 'siemStatus.summary',
  notes: 'siemStatus.notes',
  examples: ['octroi siem status', 'octroi siem status --json'],
  run: async (invocation) => (await import('../commands/siem.ts')).siemStatus(invocation),
};

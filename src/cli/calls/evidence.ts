import { type Command, commonOptions } from '../command.ts';

export const evidencePack: Command = {
  name: 'evidence pack',
  options: {
    ...commonOptions,
    period: { type: 'string' },
    scope: { type: 'string' },
    language: { type: 'string' },
    out: { type: 'string' },
  },
  summary: 'evidencePack.summary',
  optionTexts: { language: 'evidencePack.language', out: 'evidencePack.out' },
  notes: 'evidencePack.notes',
  examples: [
    'octroi evidence pack --period 2026-11-01..2026-11-30 --language fr --out november.zip',
    'octroi evidence pack --period 2026-11-01..2026-11-30 --scope payments',
    'octroi verify november.zip --key octroi-keys.txt',
  ],
  run: async (invocation) => (await import('../commands/evidence.ts')).evidencePack(invocation),
};

export const evidenceLibrary: Command = {
  name: 'evidence library',
  options: { json: commonOptions.json, help: commonOptions.help, push: { type: 'string' } },
  summary: 'evidenceLibrary.summary',
  notes: 'evidenceLibrary.notes',
  examples: [
    'octroi evidence library > octroi-controls.yaml',
    'octroi evidence library --push https://grc.example < token.txt',
  ],
  run: async (invocation) => (await import('../commands/evidence-library.ts')).evidenceLibrary(invocation),
};

export const evidenceBreach: Command = {
  name: 'evidence breach',
  options: { ...commonOptions, 'aware-at': { type: 'string' } },
  words: ['EXCHANGE'],
  summary: 'evidenceBreach.summary',
  notes: 'evidenceBreach.notes',
  examples: ['octroi evidence breach 01a21d57-bf4b-7256-84c9-103f43f6665c --aware-at 2026-11-27T09:30 > breach.md'],
  run: async (invocation) => (await import('../commands/evidence-breach.ts')).evidenceBreach(invocation),
};

import { type Command, commonOptions } from '../command.ts';

export const provenance: Command = {
  name: 'provenance',
  options: {
    ...commonOptions,
    repository: { type: 'string' },
    marks: { type: 'boolean' },
    lines: { type: 'boolean' },
    format: { type: 'string' },
    notes: { type: 'boolean' },
  },
  words: ['WHAT'],
  summary: 'provenance.summary',
  optionTexts: { repository: 'provenance.repository', format: 'provenance.format' },
  notes: 'provenance.notes',
  examples: [
    'octroi provenance src/pay.ts --lines',
    'octroi provenance v1.2..HEAD',
    'octroi provenance staged --format trailers',
    'octroi provenance --marks HEAD~20..HEAD < marks.json',
  ],
  run: async (invocation) => (await import('../commands/provenance.ts')).provenanceShow(invocation),
};

export const provenanceMarks: Command = {
  name: 'provenance marks',
  options: { json: commonOptions.json, help: commonOptions.help, repository: { type: 'string' } },
  words: ['WHAT'],
  summary: 'provenanceMarks.summary',
  optionTexts: { repository: 'provenance.repository' },
  notes: 'provenanceMarks.notes',
  examples: ['octroi provenance marks v1.2..HEAD > marks.json'],
  run: async (invocation) => (await import('../commands/provenance.ts')).provenanceMarks(invocation),
};

export const provenanceDossier: Command = {
  name: 'provenance dossier',
  options: {
    ...commonOptions,
    repository: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    out: { type: 'string' },
  },
  words: ['FILE'],
  summary: 'provenanceDossier.summary',
  optionTexts: {
    repository: 'provenance.repository',
    from: 'provenanceDossier.from',
    to: 'provenanceDossier.to',
    out: 'provenanceDossier.out',
  },
  notes: 'provenanceDossier.notes',
  examples: ['octroi provenance dossier src/pay.ts --from 40 --to 88 --out pay.zip'],
  run: async (invocation) => (await import('../commands/provenance-dossier.ts')).provenanceDossier(invocation),
};

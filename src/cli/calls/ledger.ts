import { type Command, commonOptions } from '../command.ts';

const outOption = { out: { type: 'string' } } as const;

export const ledgerExport: Command = {
  name: 'ledger export',
  options: { ...commonOptions, records: { type: 'boolean' } },
  words: ['FOLDER'],
  summary: 'ledgerExport.summary',
  examples: ['octroi ledger export ./log', 'octroi ledger export ./log --records'],
  run: async (invocation) => (await import('../commands/ledger.ts')).ledgerExport(invocation),
};

export const ledgerProof: Command = {
  name: 'ledger proof',
  options: { ...commonOptions, ...outOption },
  words: ['RECORD'],
  summary: 'ledgerProof.summary',
  examples: ['octroi ledger proof 019a… > record.tlog-proof', 'octroi ledger proof 019a… --out record.tlog-proof'],
  run: async (invocation) => (await import('../commands/ledger.ts')).ledgerProof(invocation),
};

export const ledgerCheckpoint: Command = {
  name: 'ledger checkpoint',
  options: { ...commonOptions, ...outOption },
  summary: 'ledgerCheckpoint.summary',
  examples: ['octroi ledger checkpoint > 2026-11.checkpoint'],
  run: async (invocation) => (await import('../commands/ledger.ts')).ledgerCheckpoint(invocation),
};

export const ledgerConsistency: Command = {
  name: 'ledger consistency',
  options: { ...commonOptions, ...outOption },
  words: ['SIZE'],
  summary: 'ledgerConsistency.summary',
  examples: ['octroi ledger consistency 1200 > since-1200.consistency'],
  run: async (invocation) => (await import('../commands/ledger.ts')).ledgerConsistency(invocation),
};

export const ledgerKeys: Command = {
  name: 'ledger keys',
  options: commonOptions,
  summary: 'ledgerKeys.summary',
  examples: ['octroi ledger keys > octroi-keys.txt'],
  run: async (invocation) => (await import('../commands/ledger.ts')).ledgerKeys(invocation),
};

export const ledgerRotateKeys: Command = {
  name: 'ledger rotate-keys',
  options: commonOptions,
  summary: 'ledgerRotateKeys.summary',
  examples: ['octroi ledger rotate-keys > octroi-keys.txt'],
  run: async (invocation) => (await import('../commands/ledger.ts')).ledgerRotateKeys(invocation),
};

export const verify: Command = {
  name: 'verify',
  options: {
    json: commonOptions.json,
    help: commonOptions.help,
    key: { type: 'string', multiple: true },
    origin: { type: 'string' },
  },
  words: ['FILE'],
  rest: 'FILE',
  summary: 'verify.summary',
  examples: [
    'octroi verify record.tlog-proof --key octroi-keys.txt',
    'octroi verify ledger.jsonl --key octroi-keys.txt --origin octroi.internal/TENANT',
    'octroi verify ./log checkpoint-of-last-year --key octroi-keys.txt',
  ],
  run: async (invocation) => (await import('../commands/verify.ts')).verify(invocation),
};

import { type Command, commonOptions } from '../command.ts';

export const catalogueShow: Command = {
  name: 'catalogue show',
  options: {
    ...commonOptions,
    vendor: { type: 'string' },
    plan: { type: 'string' },
    fact: { type: 'string' },
    claims: { type: 'boolean' },
    hosts: { type: 'boolean' },
    probes: { type: 'boolean' },
    on: { type: 'string' },
  },
  summary: 'catalogueShow.summary',
  examples: [
    'octroi catalogue show',
    'octroi catalogue show --vendor anthropic --plan pro --on 2025-08-15',
    'octroi catalogue show --fact anth-con-nocom',
    'octroi catalogue show --claims',
    'octroi catalogue show --probes',
  ],
  run: async (invocation) => (await import('../commands/catalogue-show.ts')).catalogueShow(invocation),
};

export const catalogueDiff: Command = {
  name: 'catalogue diff',
  options: { ...commonOptions, on: { type: 'string' } },
  words: ['A', 'B'],
  summary: 'catalogueDiff.summary',
  examples: [
    'octroi catalogue diff 2025-08-01 2025-09-01',
    'octroi catalogue diff current newer-catalogue.json',
    'octroi catalogue diff shipped current --on 2026-11-23',
  ],
  run: async (invocation) => (await import('../commands/catalogue-diff.ts')).catalogueDiff(invocation),
};

export const catalogueCheck: Command = {
  name: 'catalogue check',
  options: { ...commonOptions, on: { type: 'string' } },
  summary: 'catalogueCheck.summary',
  examples: ['octroi catalogue check', 'octroi catalogue check --on 2027-06-01'],
  run: async (invocation) => (await import('../commands/catalogue-diff.ts')).catalogueCheck(invocation),
};

export const catalogueWatch: Command = {
  name: 'catalogue watch',
  options: {
    ...commonOptions,
    archive: { type: 'string', multiple: true },
    policy: { type: 'string' },
    on: { type: 'string' },
  },
  summary: 'catalogueWatch.summary',
  examples: [
    'octroi catalogue watch --archive genai-eu-versions.bundle --archive genai-contrib-versions.bundle',
    'octroi catalogue watch --archive https://github.com/OpenTermsArchive/genai-eu-versions.git',
  ],
  run: async (invocation) => (await import('../commands/catalogue-watch.ts')).catalogueWatch(invocation),
};

export const catalogueImport: Command = {
  name: 'catalogue import',
  options: { ...commonOptions, approve: { type: 'string' } },
  words: ['FILE'],
  summary: 'catalogueImport.summary',
  examples: [
    'octroi catalogue import catalogue-2027-01-15.json',
    'octroi catalogue import catalogue-2027-01-15.json --approve 3f0c…',
  ],
  run: async (invocation) => (await import('../commands/catalogue-transfer.ts')).catalogueImport(invocation),
};

export const catalogueExport: Command = {
  name: 'catalogue export',
  options: { ...commonOptions, file: { type: 'string' }, 'signing-key': { type: 'string' } },
  summary: 'catalogueExport.summary',
  examples: [
    'octroi catalogue export > catalogue.json',
    'openssl genpkey -algorithm ed25519 -out catalogue-key.pem',
    'octroi catalogue export --file catalogue.json --signing-key catalogue-key.pem > signed.json',
  ],
  run: async (invocation) => (await import('../commands/catalogue-transfer.ts')).catalogueExport(invocation),
};

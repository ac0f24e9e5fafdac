/** One room of the house: what it may import, and why its walls stand where they do. */
export type Room = { readonly mayImport: readonly string[]; readonly because: string; readonly isPure?: boolean };

const all = [
  'base',
  'messages',
  'catalogue',
  'detection',
  'policy',
  'store',
  'ledger',
  'tenancy',
  'retention',
  'gateway',
  'egress',
  'endpoint',
  'fleet',
  'sightings',
  'training',
  'evaluation',
  'provenance',
  'minimisation',
  'evidence',
  'siem',
  'console-api',
  'documents',
  'notices',
  'demo',
];

/** The table of ARCHITECTURE.md. A room that is not built yet stands here already, so that its walls are there before it. */
export const rooms: Readonly<Record<string, Room>> = {
  base: { mayImport: [], isPure: true, because: 'everything stands on it' },
  messages: { mayImport: [], isPure: true, because: 'texts know nothing of what happens; they are chosen at the edge' },
  catalogue: { mayImport: ['base'], isPure: true, because: 'facts about vendors must be readable without the product' },
  documents: {
    mayImport: ['base'],
    isPure: true,
    because: 'it sets what it is handed; what a document says is its writer’s',
  },
  detection: { mayImport: ['base'], isPure: true, because: 'the scanner runs on workstations and in workers too' },
  policy: {
    mayImport: ['base', 'catalogue', 'detection'],
    isPure: true,
    because: 'a decision depends on nothing but its facts',
  },
  notices: {
    mayImport: ['base', 'messages', 'catalogue', 'policy'],
    isPure: true,
    because: 'what staff is told follows from the policy and the terms alone, and the same words follow each time',
  },
  store: { mayImport: ['base'], because: 'the database knows no meaning' },
  ledger: { mayImport: ['base', 'store'], because: 'what is recorded must not depend on who records it' },
  tenancy: { mayImport: ['base', 'store', 'ledger'], because: 'who may use the post; each change of it is a record' },
  retention: {
    mayImport: ['base', 'store', 'catalogue', 'ledger'],
    because: 'one deletion path, which no doing room can go round',
  },
  gateway: {
    mayImport: ['base', 'messages', 'catalogue', 'detection', 'policy', 'ledger'],
    because: 'a doing room: it reaches the database through the ledger or what the wiring hands it',
  },
  egress: { mayImport: ['base', 'messages', 'catalogue', 'policy', 'ledger'], because: 'a doing room' },
  endpoint: {
    mayImport: ['base', 'messages', 'catalogue', 'policy', 'detection'],
    because: 'it is bundled into one file for workstations: no database, no server',
  },
  fleet: {
    mayImport: ['base', 'store', 'ledger'],
    because: 'what workstations say of themselves; they reach it through the gateway, which it must not know',
  },
  sightings: {
    mayImport: ['base', 'store', 'ledger'],
    because: 'what logs of other programs told; reading them is the business of the room of the way out',
  },
  training: { mayImport: ['base', 'messages', 'store', 'catalogue', 'ledger'], because: 'a doing room' },
  evaluation: { mayImport: ['base', 'catalogue', 'store', 'ledger'], because: 'a doing room' },
  minimisation: {
    mayImport: ['base', 'ledger'],
    isPure: true,
    because: 'it adds up what it is handed; reading and deciding again are wired',
  },
  provenance: { mayImport: ['base', 'store', 'ledger'], because: 'a doing room' },
  siem: {
    mayImport: ['base', 'store', 'ledger'],
    because: 'it tells systems outside what the ledger holds; a receiver that is away must not reach a request',
  },
  evidence: {
    mayImport: [
      'base',
      'messages',
      'catalogue',
      'policy',
      'store',
      'ledger',
      'retention',
      'training',
      'evaluation',
      'provenance',
      'documents',
      'notices',
    ],
    because: 'it reads what the doing rooms left; they know nothing of it',
  },
  'console-api': {
    mayImport: all.filter((room) => !['gateway', 'egress', 'console-api', 'demo'].includes(room)),
    because: 'a fault in display must not reach the way of a request',
  },
  console: { mayImport: ['messages'], because: 'it runs in a browser; of the server it knows console-api/contract.ts' },
  demo: { mayImport: ['base'], because: 'a stand-in for the vendor must not know what stands before it' },
  cli: { mayImport: all, because: 'the only place that assembles' },
};

/** Files that another room may import beside the room's index. */
export const openFiles: readonly { readonly file: string; readonly to: string; readonly because: string }[] = [
  { file: 'console-api/contract.ts', to: 'console', because: 'types of the API, no code' },
  { file: 'console-api/access-contract.ts', to: 'console', because: 'types of the API, no code' },
  { file: 'console-api/policy-contract.ts', to: 'console', because: 'types of the API, no code' },
  { file: 'console-api/catalogue-contract.ts', to: 'console', because: 'types of the API, no code' },
  { file: 'console-api/posture-contract.ts', to: 'console', because: 'types of the API, no code' },
  {
    file: 'messages/posture-text.ts',
    to: 'console',
    because: 'only the pages that show states load their words',
  },
  { file: 'console-api/ledger-contract.ts', to: 'console', because: 'types of the API, no code' },
  { file: 'console-api/egress-contract.ts', to: 'console', because: 'types of the API, no code' },
  { file: 'console-api/fleet-contract.ts', to: 'console', because: 'types of the API, no code' },
  { file: 'console-api/training-contract.ts', to: 'console', because: 'types of the API, no code' },
  { file: 'console-api/evaluation-contract.ts', to: 'console', because: 'types of the API, no code' },
  { file: 'console-api/minimisation-contract.ts', to: 'console', because: 'types of the API, no code' },
  {
    file: 'messages/evaluation-text.ts',
    to: 'console',
    because: 'only the page of evaluations loads their words',
  },
  {
    file: 'messages/endpoint-text.ts',
    to: 'console',
    because: 'only the pages that show controls of workstations load their words',
  },
  { file: 'console-api/retention-contract.ts', to: 'console', because: 'types of the API, no code' },
  { file: 'console-api/vendor-contract.ts', to: 'console', because: 'types of the API, no code' },
  {
    file: 'console-api/ledger-contract.ts',
    to: 'cli',
    because: 'the shape of the verification that runs in the browser',
  },
  {
    file: 'base/signed-envelope.ts',
    to: 'catalogue',
    because: 'the browser’s stand-in for node:crypto verifies the log and knows no envelopes',
  },
  {
    file: 'base/signed-envelope.ts',
    to: 'policy',
    because: 'the browser’s stand-in for node:crypto verifies the log and knows no envelopes',
  },
  {
    file: 'base/signed-envelope.ts',
    to: 'cli',
    because: 'the browser’s stand-in for node:crypto verifies the log and knows no envelopes',
  },
  {
    file: 'base/signed-envelope.ts',
    to: 'endpoint',
    because: 'the browser’s stand-in for node:crypto verifies the log and knows no envelopes',
  },
  {
    file: 'base/signed-envelope.ts',
    to: 'gateway',
    because: 'the browser’s stand-in for node:crypto verifies the log and knows no envelopes',
  },
  {
    file: 'base/device-pass.ts',
    to: 'cli',
    because: 'the browser’s stand-in for node:crypto signs nothing',
  },
  {
    file: 'policy/bundle/index.ts',
    to: 'endpoint',
    because: 'the workstation’s one file holds decisions and not the engine that made them',
  },
  {
    file: 'endpoint/probe/index.ts',
    to: 'cli',
    because: 'the laboratory runs clients, which the workstation’s one file never does',
  },
  {
    file: 'policy/bundle/index.ts',
    to: 'cli',
    because: 'the workstation’s one file holds decisions and not the engine that made them',
  },
  {
    file: 'messages/catalogue-text.ts',
    to: 'console',
    because: 'only the pages that show the catalogue load its words',
  },
  {
    file: 'ledger/verify/index.ts',
    to: 'cli',
    because: 'the auditor’s one file holds verification without a database',
  },
  {
    file: 'ledger/verify/index.ts',
    to: 'evidence',
    because: 'packs are written in the form in which they are verified',
  },
  {
    file: 'documents/archive.ts',
    to: 'cli',
    because: 'the auditor’s one file writes an archive again to compare it, and sets no documents',
  },
  {
    file: 'ledger/verify/index.ts',
    to: 'retention',
    because: 'certificates are written in the form in which they are verified',
  },
  {
    file: 'ledger/erasure.ts',
    to: 'retention',
    because: 'what takes records away stands behind no other door, and its one primitive asks the holds',
  },
  { file: 'messages/verification.ts', to: 'cli', because: 'only these texts go into the auditor’s one file' },
  {
    file: 'endpoint/hook/index.ts',
    to: 'cli',
    because: 'a hook starts in milliseconds and loads no shell’s grammar',
  },
  {
    file: 'messages/hook.ts',
    to: 'endpoint',
    because: 'a hook starts in milliseconds and reads no more texts than it says',
  },
  {
    file: 'messages/hook.ts',
    to: 'cli',
    because: 'a hook starts in milliseconds and reads no more texts than it says',
  },
  { file: '../package.json', to: 'cli', because: 'its version is this release’s; a bundler takes it along' },
  { file: 'messages/console.ts', to: 'console', because: 'only these texts go into the browser' },
];

/** What a pure room may not import: everything that reads or changes the world. */
export const worldly = [
  'node:fs',
  'node:net',
  'node:http',
  'node:https',
  'node:http2',
  'node:tls',
  'node:dgram',
  'node:dns',
  'node:child_process',
  'node:worker_threads',
  'node:cluster',
  'node:process',
  'node:os',
  'node:timers',
  'pg',
  'undici',
  'fastify',
  'kysely',
];

export const saysNothing = /(^|[/-])(utils?|helpers?|common|misc|manager|service)(\.|-|\/|$)/;

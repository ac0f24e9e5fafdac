import { type Command, commonOptions } from '../command.ts';

/** What the commands that read a policy take beside what all take. */
const policyOptions = { ...commonOptions, policy: { type: 'string' } } as const satisfies Command['options'];

export const policyCheck: Command = {
  name: 'policy check',
  options: policyOptions,
  summary: 'policyCheck.summary',
  examples: ['octroi policy check', 'octroi policy check --policy ../governance/policy'],
  run: async (invocation) => (await import('../commands/policy.ts')).policyCheck(invocation),
};

export const policyShow: Command = {
  name: 'policy show',
  options: { ...policyOptions, source: { type: 'boolean' } },
  summary: 'policyShow.summary',
  examples: ['octroi policy show', 'octroi policy show --source > in-force.cedar', 'octroi policy show --json'],
  run: async (invocation) => (await import('../commands/policy.ts')).policyShow(invocation),
};

export const policyMatrix: Command = {
  name: 'policy matrix',
  options: { ...policyOptions, workspace: { type: 'string' }, plan: { type: 'string' }, on: { type: 'string' } },
  summary: 'policyMatrix.summary',
  examples: [
    'octroi policy matrix',
    'octroi policy matrix --plan anthropic/team --workspace billing',
    'octroi policy matrix --on 2025-09-01 --json',
  ],
  run: async (invocation) => (await import('../commands/policy-matrix.ts')).policyMatrix(invocation),
};

export const policyTest: Command = {
  name: 'policy test',
  options: policyOptions,
  summary: 'policyTest.summary',
  examples: ['octroi policy test', 'octroi policy test --policy ../governance/policy'],
  run: async (invocation) => (await import('../commands/policy-test.ts')).policyTest(invocation),
};

export const policyDiff: Command = {
  name: 'policy diff',
  options: { ...commonOptions, from: { type: 'string' }, until: { type: 'string' } },
  words: ['BEFORE', 'AFTER'],
  summary: 'policyDiff.summary',
  examples: [
    'octroi policy diff policy ../proposal/policy --from 2026-11-01',
    'octroi policy diff default policy --json',
  ],
  run: async (invocation) => (await import('../commands/policy-diff.ts')).policyDiff(invocation),
};

export const policyExplain: Command = {
  name: 'policy explain',
  options: policyOptions,
  words: ['EXCHANGE'],
  summary: 'policyExplain.summary',
  examples: ['octroi policy explain 01a214db-c8ac-72f1-8b8f-15fa6d8b2740'],
  run: async (invocation) => (await import('../commands/policy-explain.ts')).policyExplain(invocation),
};

/** How what is compiled reaches the models, and under which plan. */
const compileOptions = {
  ...policyOptions,
  out: { type: 'string' },
  plan: { type: 'string' },
  contract: { type: 'string' },
  workspace: { type: 'string' },
  gateway: { type: 'string' },
  login: { type: 'string' },
  'hook-command': { type: 'string' },
} as const satisfies Command['options'];

export const policyCompile: Command = {
  name: 'policy compile',
  options: { ...compileOptions, target: { type: 'string' }, hooks: { type: 'string' } },
  summary: 'policyCompile.summary',
  examples: [
    'octroi policy compile',
    'octroi policy compile --target claude-code --gateway https://octroi.example.internal > managed-settings.json',
    'octroi policy compile --target all --out ./compiled',
  ],
  run: async (invocation) => (await import('../commands/policy-compile.ts')).policyCompile(invocation),
};

export const policyBundle: Command = {
  name: 'policy bundle',
  options: { ...compileOptions, 'signing-key': { type: 'string' }, days: { type: 'string' } },
  summary: 'policyBundle.summary',
  notes: 'policyBundle.notes',
  examples: [
    'openssl genpkey -algorithm ed25519 -out bundle-key.pem',
    'octroi policy bundle --signing-key bundle-key.pem --gateway https://octroi.example.internal --hook-command "/usr/local/bin/octroi-endpoint hook" --out bundle.json',
  ],
  run: async (invocation) => (await import('../commands/policy-bundle.ts')).policyBundle(invocation),
};

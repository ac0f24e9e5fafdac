import { type Command, commonOptions } from '../command.ts';

export const evaluationRun: Command = {
  name: 'evaluation run',
  options: { ...commonOptions, policy: { type: 'string' }, choose: { type: 'string', multiple: true } },
  words: ['FILE'],
  summary: 'evaluationRun.summary',
  notes: 'evaluationRun.notes',
  examples: ['octroi evaluation run zdr-2027.yaml', 'octroi evaluation run zdr-2027.yaml --json'],
  run: async (invocation) => (await import('../commands/evaluation.ts')).evaluationRun(invocation),
};

export const evaluationDecide: Command = {
  name: 'evaluation decide',
  options: {
    ...commonOptions,
    policy: { type: 'string' },
    choose: { type: 'string', multiple: true },
    decider: { type: 'string' },
    'residual-risk': { type: 'string' },
    'dpo-opinion': { type: 'string' },
    'dpo-reasons': { type: 'string' },
    expires: { type: 'string' },
  },
  words: ['FILE'],
  summary: 'evaluationDecide.summary',
  notes: 'evaluationDecide.notes',
  examples: [
    'octroi evaluation decide zdr-2027.yaml --choose confidential=zdr_redaction --choose restricted=block --decider "G. Hopper, CISO" --residual-risk "A breach at the vendor while a request is answered" --dpo-opinion favourable --dpo-reasons "Retention falls to nothing for what is left" --expires 2027-11-26',
  ],
  run: async (invocation) => (await import('../commands/evaluation-decide.ts')).evaluationDecide(invocation),
};

export const evaluationVendors: Command = {
  name: 'evaluation vendors',
  options: {
    ...commonOptions,
    on: { type: 'string' },
    policy: { type: 'string' },
    weight: { type: 'string', multiple: true },
    label: { type: 'string' },
    csv: { type: 'boolean' },
  },
  optionTexts: { label: 'evaluationVendors.label' },
  summary: 'evaluationVendors.summary',
  notes: 'evaluationVendors.notes',
  examples: [
    'octroi evaluation vendors',
    'octroi evaluation vendors --label confidential --weight zdr=3 --weight training=2 --weight retention=1',
    'octroi evaluation vendors --on 2026-03-01 --csv > vendors.csv',
  ],
  run: async (invocation) => (await import('../commands/evaluation-vendors.ts')).evaluationVendors(invocation),
};

export const evaluationShow: Command = {
  name: 'evaluation show',
  options: commonOptions,
  rest: 'NAME',
  summary: 'evaluationShow.summary',
  notes: 'evaluationShow.notes',
  examples: ['octroi evaluation show', 'octroi evaluation show zdr-2027 --json'],
  run: async (invocation) => (await import('../commands/evaluation-decide.ts')).evaluationShow(invocation),
};

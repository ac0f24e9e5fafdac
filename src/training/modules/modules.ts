import type { TrainingModuleId } from '../../messages/index.ts';

/**
 * What a passage or a question claims of the catalogue beside the values it shows: an entry by its key, and what its value
 * must be for the claim to be true. Where it is another, the passage is not shown and the question not asked.
 */
export type Claims = Readonly<Record<string, string>>;

export type TrainingModule = {
  readonly id: TrainingModuleId;
  /** About how long it takes, questions included. */
  readonly minutes: number;
  /** By `section.paragraph`. */
  readonly paragraphs: Readonly<Record<string, Claims>>;
  /** By the question's name. */
  readonly questions: Readonly<Record<string, Claims>>;
};

const areConsumer: Claims = {
  'plan:anthropic/free': 'consumer',
  'plan:anthropic/pro': 'consumer',
  'plan:anthropic/max': 'consumer',
};

const areCommercial: Claims = {
  'plan:anthropic/team': 'commercial',
  'plan:anthropic/enterprise': 'commercial',
  'plan:anthropic/api': 'commercial',
  'plan:anthropic/bedrock': 'commercial',
};

const readsBeyond: Claims = { 'claim:only-read-files-leave': 'false' };

/** What there is to learn, in the order it is offered. What each says stands in `messages`, in both languages. */
export const trainingModules: readonly TrainingModule[] = [
  {
    id: 'commercial-or-consumer',
    minutes: 10,
    paragraphs: {
      'account.families': areCommercial,
      'account.consumer': areConsumer,
      'account.rumour': { 'claim:no-training-pro-max': 'superseded' },
      'models.consumer': { 'fact:anth-con-training': 'opt_out' },
      'models.despite': { 'fact:anth-con-flagged': 'flagged', 'fact:anth-con-fb': 'feedback' },
      'rights.vendor': { 'fact:anth-flagged-2y': 'flagged' },
      'rights.domain': { 'fact:anth-con-domain': 'organisation_may_link' },
    },
    questions: {
      'paid-max': areConsumer,
      'team-training': { 'fact:anth-com-training': 'no' },
      'pro-training': { 'fact:anth-con-training': 'opt_out' },
      'consumer-years': { 'fact:anth-con-5y': 'days' },
      'opted-out': { 'fact:anth-con-flagged': 'flagged', 'fact:anth-con-fb': 'feedback' },
      indemnity: { 'fact:anth-com-indem': 'conditional', 'fact:anth-con-indem': 'none' },
      'business-use': { 'fact:anth-con-nocom': 'forbidden' },
      'zdr-team': { 'fact:anth-zdr-none': 'none' },
      'oauth-token': areConsumer,
      bedrock: areCommercial,
    },
  },
  {
    id: 'what-leaves-with-a-prompt',
    minutes: 10,
    paragraphs: {
      'more.rumour': readsBeyond,
      'more.instructions': readsBeyond,
      'telemetry.hosts': { 'claim:telemetry-hosts': 'superseded' },
      'telemetry.variables': { 'claim:two-variables-silence': 'false' },
      'telemetry.profiles': { 'claim:variables-in-profiles': 'false' },
      'kept.zdr': { 'claim:zdr-complete': 'false' },
    },
    questions: {
      'only-read': readsBeyond,
      'claude-md': readsBeyond,
      silence: { 'claim:two-variables-silence': 'false' },
      files: { 'fact:anth-files': 'until_deleted' },
      flagged: { 'fact:anth-flagged-2y': 'flagged' },
      repository: { 'claim:variables-in-profiles': 'false' },
    },
  },
  { id: 'what-was-refused-here', minutes: 8, paragraphs: {}, questions: {} },
];

/** A module by its id; undefined for one that octroi does not bring, and that is only recorded. */
export function findModule(id: string): TrainingModule | undefined {
  return trainingModules.find((module) => module.id === id);
}

import { z } from 'zod';
import { defaultLabels, defaultRetention } from './default-configuration.ts';

/*
 * What `octroi.yaml` may hold. Every key has a default: a policy needs no file at all.
 */

const name = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u);
const day = z.iso.date();
const days = z.int().min(0).max(36_500);

const label = z.strictObject({
  name,
  paths: z.array(z.string()).default([]),
  except: z.array(z.string()).default([]),
  detectors: z.array(z.string()).default([]),
  needsZdr: z.boolean().default(false),
  neverLeaves: z.boolean().default(false),
  retention: name.optional(),
});

const workspace = z.strictObject({
  /** The strictest label that may leave from there; none but the labels' own limits when absent. */
  ceiling: name.optional(),
  zdr: z.boolean().default(false),
  contract: name.optional(),
});

const contract = z.strictObject({
  plan: z.string().min(1),
  organization: z.string().min(1).optional(),
  startsOn: day.optional(),
  endsOn: day.optional(),
  retentionDays: days.optional(),
  zdr: z.strictObject({ since: day, document: z.string().min(1) }).optional(),
  trainingOptOut: z.strictObject({ since: day, document: z.string().min(1) }).optional(),
  region: z.string().min(1).optional(),
  owner: z.string().min(1).optional(),
  reviewOn: day.optional(),
});

const training = z.strictObject({
  required: z.boolean().default(false),
  /** Days that a training which has run out is still good for. */
  graceDays: days.default(14),
  /** Where people take the training; told in the refusal. The console's own page where none is given. */
  address: z.url({ protocol: /^https?$/ }).optional(),
  /** The modules that must all hold, octroi's own or others that are recorded; without any, one training is enough. */
  modules: z.array(z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/)).default([]),
  /** How many of a hundred answers must be right to pass one of octroi's own modules. */
  passPercent: z.int().min(50).max(100).default(75),
  attemptsPerDay: z.int().min(1).max(20).default(3),
  /** How many months one of octroi's own modules holds. */
  validMonths: z.int().min(1).max(36).default(12),
});

const exception = z.strictObject({
  control: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  owner: z.string().min(1).max(120),
  until: day,
  reason: z.string().min(1).max(500),
});

/** Into what stand-ins are turned back in answers: prose, files that are written, commands that run. */
const restorePlaces = ['text', 'file', 'command'] as const;

export const configurationSchema = z.strictObject({
  labels: z.array(label).min(1).default(defaultLabels),
  defaultLabel: name.default('internal'),
  workspaces: z.record(name, workspace).default({}),
  otherWorkspaces: workspace.default({ zdr: false }),
  contracts: z.record(name, contract).default({}),
  withoutDefaultPolicies: z.array(z.string()).default([]),
  /** Gaps that somebody answers for until a day. A control with one keeps its state. */
  exceptions: z.array(exception).default([]),
  requiredControls: z.array(z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/)).default([]),
  retention: z
    .record(name, z.strictObject({ days, justification: z.string().min(1).max(500).optional() }))
    .default(defaultRetention),
  defaultRetention: name.default('standard'),
  /** How long a deleted conversation, which nobody is shown any more, may still lie in the store. */
  deletedConversationDays: z.int().min(0).max(30).default(7),
  training: training.prefault({}),
  redaction: z.strictObject({ restoreInto: z.array(z.enum(restorePlaces)).default(['text', 'file']) }).prefault({}),
  /** By label: content that is captured as it leaves, once two persons approved it. Nothing where nothing stands here. */
  capture: z
    .record(name, z.strictObject({ purpose: z.string().min(10).max(500), days: z.int().min(1).max(30) }))
    .optional(),
  /** Days that assistants keep their own transcripts on a workstation; 0 is refused by Claude Code. */
  localTraceDays: z.int().min(1).max(3_650).default(30),
  clients: z
    .record(z.string(), z.strictObject({ minimumVersion: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/) }))
    .default({}),
});

export type Configuration = z.output<typeof configurationSchema>;
export type WorkspaceTerms = z.output<typeof workspace>;
export type ContractTerms = z.output<typeof contract>;
export type RestorePlace = (typeof restorePlaces)[number];

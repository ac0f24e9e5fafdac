import { z } from 'zod';
import { noticeFormats } from '../evidence/index.ts';
import { partKinds, recordKinds } from '../ledger/index.ts';
import { noticeKinds } from '../notices/index.ts';
import { audienceNames, effectNames } from './egress-contract.ts';
import { consoleError } from './errors.ts';

const instant = z.iso.datetime({ offset: true });

export const exchangeQuery = z.strictObject({
  person: z.uuid().optional(),
  workspace: z.uuid().optional(),
  kind: z.enum(partKinds).optional(),
  verdict: z.enum(['allow', 'redact', 'block']).optional(),
  from: instant.optional(),
  until: instant.optional(),
  before: z.string().max(200).optional(),
});

export const recordQuery = z.strictObject({
  kind: z.enum(recordKinds).optional(),
  person: z.uuid().optional(),
  workspace: z.uuid().optional(),
  from: instant.optional(),
  until: instant.optional(),
  before: z.string().max(200).optional(),
});

const size = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

export const consistencyQuery = z.strictObject({ from: size });

export const timeStampQuery = z.strictObject({ size, signedAt: instant });

export const signInForm = z.strictObject({ link: z.string().min(1).max(200) });

export const passwordForm = z.strictObject({ name: z.string().max(200), password: z.string().max(1_000) });

export const revealForm = z.strictObject({
  personId: z.uuid(),
  reason: z
    .string()
    .trim()
    .min(10)
    .max(500)
    .refine((text) => !/\p{Cc}|\p{Cs}/u.test(text.replaceAll(/\r?\n/g, ' '))),
});

const reason = z.string().trim().min(3).max(500);
const plain = z.string().trim().min(1).max(200);

export const reasonForm = z.strictObject({ reason });

export const digestForm = z.strictObject({ digest: z.string().max(100) });

export const holdForm = z.strictObject({
  scope: z.enum(['person', 'conversation', 'workspace', 'class', 'all']),
  value: z.string().trim().max(200),
  reason,
  until: z.iso.date().optional(),
});

export const packForm = z.strictObject({
  from: z.iso.date(),
  until: z.iso.date(),
  workspace: z.uuid().optional(),
  language: z.enum(['fr', 'en']),
});

export const noticeQuery = z.strictObject({
  document: z.enum(noticeKinds),
  language: z.enum(['fr', 'en']),
  format: z.enum(noticeFormats),
  organization: z.string().trim().min(1).max(200).optional(),
  contact: z.string().trim().min(1).max(200).optional(),
});

export const shareForm = z.strictObject({ days: z.int().min(1).max(90) });

export const sharedQuery = z.strictObject({ token: z.string().min(1).max(600) });

export const erasureQuery = z.strictObject({ person: z.uuid().optional(), conversation: plain.optional() });

export const erasureForm = erasureQuery.extend({ reason, digest: z.string().max(100) });

export const conversationForm = z.strictObject({ conversation: plain, reason });

export const accessForm = z.strictObject({ person: z.uuid(), language: z.enum(['fr', 'en']) });

export const newKeyForm = z.strictObject({
  person: z.string().min(1).max(120),
  workspace: z.string().min(1).max(120),
  language: z.enum(['fr', 'en']),
  days: z.number().int(),
});

export const captureForm = z.strictObject({
  label: z.string().max(100),
  purpose: z.string().max(600),
  days: z.number().int(),
});

export const newDeviceForm = z.strictObject({ name: z.string().max(200), days: z.number().int() });

const name = z.string().max(100);

export const flowQuery = z.strictObject({
  vendor: name.optional(),
  purpose: name.optional(),
  audience: z.enum(audienceNames).optional(),
  effect: z.enum(effectNames).optional(),
});

export const explainQuery = z.strictObject({ connection: z.string().trim().min(1).max(300) });

export const answersForm = z.strictObject({
  given: z.record(z.string().max(100), z.int().min(0).max(20)),
});

export const attestForm = z.strictObject({ statement: z.string().min(1).max(2_000) });

export const exemptionForm = z.strictObject({ person: plain, hours: z.int(), reason: z.string().max(600) });

const day = z.iso.date();

export const dayQuery = z.strictObject({ on: day.optional() });

const inputText = z.string().max(60_000);

export const evaluationForm = z.strictObject({ text: inputText });

export const decisionForm = z.strictObject({
  text: inputText,
  choice: z.record(z.string().max(64), z.string().max(20)),
  residualRisk: z.string().max(2_000),
  dpoOpinion: z.string().max(40),
  dpoReasons: z.string().max(2_000),
  decider: z.string().max(2_000),
  expiresOn: z.string().max(20),
});

const weight = z.string().max(60);

export const comparisonQuery = z.strictObject({
  on: day.optional(),
  language: z.enum(['en', 'fr']).optional(),
  weight: z.union([weight, z.array(weight).max(30)]).optional(),
});

export const matrixQuery = z.strictObject({ on: day.optional(), workspace: z.string().max(120).optional() });

export const matrixCsvQuery = matrixQuery.extend({ language: z.enum(['en', 'fr']).optional() });

/** Files of a proposed policy. Their names are what faults are told by, and no paths of this machine. */
export const diffForm = z.strictObject({
  files: z.array(z.strictObject({ name: z.string().min(1).max(200), text: z.string() })).max(200),
  from: instant.optional(),
  until: instant.optional(),
});

/** Names what came from outside. @throws console_input_invalid with the path of the first fault. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw consoleError('console_input_invalid', { at: issue?.path.join('.') || 'body' });
}

/** The cursor of a page: the instant and the record id of its last exchange. */
export function parseCursor(text: string | undefined): { recordedAt: string; id: string } | undefined {
  if (text === undefined) return undefined;
  const [recordedAt = '', id = ''] = text.split('_');
  if (!instant.safeParse(recordedAt).success || !z.uuid().safeParse(id).success)
    throw consoleError('console_input_invalid', { at: 'before' });
  return { recordedAt, id };
}

export function cursorOf(record: { readonly recordedAt: string; readonly id: string }): string {
  return `${record.recordedAt}_${record.id}`;
}

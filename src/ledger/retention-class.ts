import type { RecordKind } from './records.ts';

/** What sort of record it is, as far as it matters for how long it may be kept. */
export type RetentionClass = 'declaration' | 'administration' | 'attestation' | 'captured_content';

// What a person's client did is as personal as what it sent, and kept no longer.
const workKinds: ReadonlySet<RecordKind> = new Set([
  'tool_result',
  'tool_decision',
  'retention_sweep',
  'telemetry_received',
  'hook_answered',
  'repository_labelled',
  'file_uploaded',
]);

/** The class of a kind of record. */
export function retentionClassOf(kind: RecordKind): RetentionClass {
  if (kind === 'training_attested') return 'attestation';
  if (kind === 'content_captured') return 'captured_content';
  return kind.startsWith('exchange_') || workKinds.has(kind) ? 'declaration' : 'administration';
}

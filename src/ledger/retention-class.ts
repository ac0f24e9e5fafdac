import type { RecordKind } from './records.ts';

/** What sort of record it is, as far as it matters for how long it may be kept. */
export type RetentionClass = 'declaration' | 'administration';

/** The class of a kind of record. */
export function retentionClassOf(kind: RecordKind): RetentionClass {
  return kind.startsWith('exchange_') ? 'declaration' : 'administration';
}

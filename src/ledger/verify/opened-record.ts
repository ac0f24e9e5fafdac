import { canonicalJson } from '../../base/index.ts';
import { ledgerError } from '../errors.ts';
import { commitmentOf, type RecordLeaf } from '../tree/leaf.ts';

/** A record in clear, and the key that shows that its leaf speaks of it. */
export type OpenedRecord = { readonly opening: Buffer; readonly recordText: string };

/** One leaf as text, with its record where that is told. */
export type LeafLine = {
  readonly leafText: string;
  readonly opened: OpenedRecord | undefined;
  /** The tombstone of a record that was erased. */
  readonly erasedBy?: string;
};

/** Reads `{leaf, opening, record}` or `{erasedBy, leaf}`. @throws ledger_export_malformed */
export function parseOpened(text: string): LeafLine {
  const { leaf, opening, record, erasedBy } = parseObject(text);
  if (typeof leaf !== 'string') throw ledgerError('ledger_export_malformed', { detail: 'leaf' });
  if (opening === undefined && record === undefined)
    return { leafText: leaf, opened: undefined, ...(typeof erasedBy === 'string' ? { erasedBy } : {}) };
  const bytes = Buffer.from(typeof opening === 'string' ? opening : '', 'base64url');
  if (bytes.length !== 32 || typeof record !== 'object' || record === null)
    throw ledgerError('ledger_export_malformed', { detail: 'opening' });
  return { leafText: leaf, opened: { opening: bytes, recordText: canonicalJson(record as { [key: string]: string }) } };
}

/**
 * Holds a record against its leaf.
 * @throws ledger_refuted_record when the leaf commits to another text, ledger_refuted_record_foreign when it is of
 *   another tenant than its leaf, or says another id, kind or time
 */
export function checkRecord(leaf: RecordLeaf, { opening, recordText }: OpenedRecord): void {
  if (commitmentOf(opening, recordText) !== leaf.commitment)
    throw ledgerError('ledger_refuted_record', { index: leaf.seq });
  const { id, tenantId, kind, recordedAt } = parseObject(recordText);
  if (id !== leaf.record || tenantId !== leaf.tenant || kind !== leaf.kind || recordedAt !== leaf.time)
    throw ledgerError('ledger_refuted_record_foreign', { index: leaf.seq });
}

/** @throws ledger_export_malformed */
export function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Told below, without the text: it may hold what must not reach a screen.
  }
  throw ledgerError('ledger_export_malformed', { detail: 'JSON' });
}

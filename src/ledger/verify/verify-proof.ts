import { canonicalJson } from '../../base/index.ts';
import { ledgerError } from '../errors.ts';
import { leafHash } from '../tree/hash.ts';
import { isIncluded } from '../tree/inclusion.ts';
import { isLogLeaf, parseLeaf } from '../tree/leaf.ts';
import { parseTlogProof } from '../tree/tlog-proof.ts';
import { checkRecord, type LeafLine, parseOpened } from './opened-record.ts';
import { openHead, type Trust } from './open-head.ts';
import type { Verdict } from './verdict.ts';

/**
 * Verifies the proof of one record: its leaf is in the log whose signed head is in the file, and the record, if it is
 * there in clear, is the one that the leaf commits to.
 * @throws the errors of parsing and of signatures; ledger_leaf_missing when the proof brings no leaf,
 *   ledger_refuted_inclusion, ledger_refuted_order, ledger_refuted_record
 */
export function verifyProof(text: string, trust: Trust): Verdict {
  const { index, hashes, checkpoint: note, extra } = parseTlogProof(text);
  const { checkpoint, head } = openHead(note, trust);
  if (!extra) throw ledgerError('ledger_leaf_missing');
  const { leafText, opened, erasedBy } = parseOpened(Buffer.from(extra).toString('utf8'));
  const leafBytes = Buffer.from(leafText);
  const { size, root } = checkpoint;
  if (!isIncluded({ index, size, leafHash: leafHash(leafBytes), root }, hashes))
    throw ledgerError('ledger_refuted_inclusion', { index });
  const leaf = parseLeaf(leafBytes);
  if (leaf.seq !== index) throw ledgerError('ledger_refuted_order', { index, seq: leaf.seq });
  if (opened && !isLogLeaf(leaf)) checkRecord(leaf, opened);
  const withoutRecord = opened || isLogLeaf(leaf) ? 0 : 1;
  const erased = erasedBy === undefined ? 0 : 1;
  return { what: 'proof', ...head, index, records: opened ? 1 : 0, withoutRecord, erased };
}

/**
 * What octroi puts beside a proof: the leaf, and the record with its opening where it still can be read, or else the
 * tombstone of its erasure.
 */
export function formatProofExtra({ leafText, opened, erasedBy }: LeafLine): Buffer {
  const { opening, recordText } = opened ?? {};
  const record = recordText === undefined ? undefined : JSON.parse(recordText);
  return Buffer.from(canonicalJson({ leaf: leafText, opening: opening?.toString('base64url'), record, erasedBy }));
}

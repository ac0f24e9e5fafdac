import { ledgerError } from '../errors.ts';
import { fromBase64 } from '../tree/base64.ts';
import { CompactRange } from '../tree/compact-range.ts';
import { type Hash, hashBytes, isSameHash } from '../tree/hash.ts';
import { parseVkey } from '../tree/note-key.ts';
import { cover } from '../tree/prove.ts';
import { LeafWalk } from './leaf-walk.ts';
import { openHead, type Trust } from './open-head.ts';
import { parseObject, parseOpened } from './opened-record.ts';
import type { Verdict } from './verdict.ts';

/** The first line of an export: which leaves follow, and what stands on both sides of them in the tree. */
export type ExportHead = {
  readonly octroi: typeof exportFormat;
  readonly start: number;
  readonly end: number;
  /** The roots of the perfect subtrees before `start` and after `end`, in base64, from left to right. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly checkpoint: string;
  readonly keys: readonly string[];
};

export const exportFormat = 'octroi/export@1';

/**
 * Verifies an export: its leaves are, without a gap, those of the log between two places, and the records told in clear
 * are what their leaves commit to.
 * @throws the errors of parsing and of signatures; ledger_refuted_truncated, ledger_refuted_root, and those of `LeafWalk`
 */
export async function verifyExport(lines: AsyncIterable<string>, trust: Trust): Promise<Verdict> {
  const iterator = lines[Symbol.asyncIterator]();
  const first = await iterator.next();
  const { start, end, before, after, checkpoint: note, keys } = readHead(first.done ? '' : first.value);
  const { checkpoint, head } = openHead(note, trust, keys.map(parseVkey));
  if (end > checkpoint.size) throw ledgerError('ledger_refuted_truncated', { size: end, found: checkpoint.size });
  let erased = 0;
  const walk = new LeafWalk(new CompactRange(start, hashes(before, start)));
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    if (walk.range.size === end) throw ledgerError('ledger_export_malformed', { detail: 'end' });
    const { leafText, opened, erasedBy } = parseOpened(next.value);
    walk.add(Buffer.from(leafText), opened);
    if (erasedBy !== undefined) erased += 1;
  }
  if (walk.range.size !== end) throw ledgerError('ledger_refuted_truncated', { size: end, found: walk.range.size });
  walk.finish();
  const { range, records, withoutRecord, clockSetBack } = walk;
  const rest = cover(end, checkpoint.size);
  if (after.length !== rest.length) throw ledgerError('ledger_export_malformed', { detail: 'after' });
  for (const [at, hash] of hashes(after).entries()) range.append(hash, rest[at]?.height);
  if (!isSameHash(range.root(), checkpoint.root)) throw ledgerError('ledger_refuted_root', { size: checkpoint.size });
  return { what: 'export', ...head, index: start, leaves: end - start, records, withoutRecord, erased, clockSetBack };
}

function readHead(line: string): ExportHead {
  const head = parseObject(line);
  const { octroi, start, end, checkpoint } = head;
  const isRange =
    Number.isSafeInteger(start) && Number.isSafeInteger(end) && Number(start) >= 0 && Number(end) >= Number(start);
  const isHead = octroi === exportFormat && isRange && typeof checkpoint === 'string';
  if (!isHead || ![head['before'], head['after'], head['keys']].every(isTextList))
    throw ledgerError('ledger_export_malformed', { detail: 'head' });
  return head as ExportHead;
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function hashes(texts: readonly string[], size?: number): readonly Hash[] {
  const found = texts.map((text) => fromBase64(text)).filter((hash) => hash?.length === hashBytes);
  if (found.length !== texts.length || (size !== undefined && found.length !== cover(0, size).length))
    throw ledgerError('ledger_export_malformed', { detail: 'hashes' });
  return found.filter((hash) => hash !== undefined);
}

import { ledgerError } from '../errors.ts';
import { fromBase64, fromDecimal } from '../tree/base64.ts';
import { isConsistent } from '../tree/consistency.ts';
import { type Hash, hashBytes, isSameHash } from '../tree/hash.ts';
import { openHead, type Trust } from './open-head.ts';
import type { Verdict } from './verdict.ts';

/** Verifies that a log has signed this head. It says nothing of what is under it. */
export function verifyCheckpoint(note: string, trust: Trust): Verdict {
  return { what: 'checkpoint', ...openHead(note, trust).head };
}

/**
 * Verifies that two heads are of one log that was only added to. Heads of the same size must have the same root; between
 * others a proof is needed, which is the body of a tlog-witness request: `old`, hashes, and the newer head.
 * @throws the errors of parsing and of signatures; ledger_refuted_fork, ledger_refuted_consistency,
 *   ledger_consistency_missing when the sizes differ and no proof was given, ledger_proof_malformed when it is of another size
 */
export function verifyTwoHeads(files: readonly [string, string], trust: Trust): Verdict {
  const steps = files.map((file) =>
    file.startsWith(consistencyBeginning) ? parseConsistency(file) : { checkpoint: file, hashes: [] },
  );
  const heads = steps.map((step) => ({ ...step, ...openHead(step.checkpoint, trust) }));
  const [older, newer] = heads.toSorted((one, other) => one.checkpoint.size - other.checkpoint.size);
  if (!older || !newer) throw new Error('verifyTwoHeads: two heads');
  const [from, to] = [older.checkpoint, newer.checkpoint];
  if (from.origin !== to.origin) throw ledgerError('ledger_origin_other', { expected: from.origin, found: to.origin });
  if (from.size === to.size && !isSameHash(from.root, to.root))
    throw ledgerError('ledger_refuted_fork', { size: to.size });
  if (from.size !== to.size) {
    // From the empty log nothing follows.
    if (from.size === 0) throw ledgerError('ledger_proof_malformed', { detail: 'old 0' });
    const { oldSize, hashes } = steps.find((step) => 'oldSize' in step) ?? {};
    if (!hashes) throw ledgerError('ledger_consistency_missing', { oldSize: from.size, size: to.size });
    if (oldSize !== from.size) throw ledgerError('ledger_proof_malformed', { detail: `old ${from.size}` });
    const claim = { oldSize, oldRoot: from.root, size: to.size, root: to.root };
    if (!isConsistent(claim, hashes)) throw ledgerError('ledger_refuted_consistency', { oldSize, size: to.size });
  }
  return { what: 'consistency', ...newer.head, oldSize: from.size };
}

/** How a proof of growth begins. */
export const consistencyBeginning = 'old ';

type Consistency = { readonly oldSize?: number; readonly hashes: readonly Hash[]; readonly checkpoint: string };

/** What proves that a log of `oldSize` leaves has grown into this head (C2SP tlog-witness, `add-checkpoint`). */
export function formatConsistency(oldSize: number, hashes: readonly Hash[], checkpoint: string): string {
  const lines = hashes.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('');
  return `old ${oldSize}\n${lines}\n${checkpoint}`;
}

/** @throws ledger_proof_malformed */
export function parseConsistency(text: string): Consistency {
  const split = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(split, 0)).split('\n');
  const oldSize = fromDecimal(first?.slice('old '.length) ?? '');
  const hashes = lines.map((line) => fromBase64(line)).filter((hash) => hash?.length === hashBytes);
  if (!first?.startsWith('old ') || oldSize === undefined || hashes.length !== lines.length || hashes.length > 63)
    throw ledgerError('ledger_proof_malformed', { detail: 'old' });
  return { oldSize, hashes: hashes.filter((hash) => hash !== undefined), checkpoint: text.slice(split + 2) };
}

import { ledgerError } from '../errors.ts';
import type { Trust } from './open-head.ts';
import type { Verdict } from './verdict.ts';
import { certificateFileBeginning } from './certificate.ts';
import { verifyCertificate } from './verify-certificate.ts';
import { consistencyBeginning, parseConsistency, verifyCheckpoint, verifyTwoHeads } from './verify-checkpoints.ts';
import { verifyExport } from './verify-export.ts';
import { type PackFiles, verifyPack } from './verify-pack.ts';
import { type LogFiles, verifyLog } from './verify-log.ts';
import { verifyProof } from './verify-proof.ts';

/** Something to verify: a file, by how it begins and its lines or its whole text; the folder of a log; or a pack of evidence. */
export type Evidence =
  | { readonly kind: 'log'; readonly files: LogFiles }
  | { readonly kind: 'pack'; readonly files: PackFiles }
  | {
      readonly kind: 'file';
      /** The first bytes, enough to tell what it is. */
      readonly beginning: string;
      readonly text: () => Promise<string>;
      readonly lines: () => AsyncIterable<string>;
    };

/**
 * Verifies what an auditor has in hand: a proof, an export, a log's folder (beside checkpoints kept from before), one
 * checkpoint, or two. What a file is shows in how it begins.
 * @throws whatever speaks against it; ledger_files_apart when these files do not go together, ledger_head_missing when a
 *   proof of growth came alone
 */
export async function verifyFiles(evidence: readonly Evidence[], trust: Trust): Promise<Verdict> {
  const [first, second, third] = evidence.toSorted((one, other) => rankOf(one) - rankOf(other));
  if (!first) throw ledgerError('ledger_file_unreadable', { file: '' });
  if (first.kind === 'pack' || second?.kind === 'pack' || third?.kind === 'pack') {
    if (second || first.kind !== 'pack') throw ledgerError('ledger_files_apart');
    return verifyPack(first.files, trust);
  }
  if (first.kind === 'log') {
    const heads = evidence.filter((each) => each !== first);
    if (!heads.every(isHead)) throw ledgerError('ledger_files_apart');
    return verifyLog(first.files, trust, await Promise.all(heads.map((each) => each.text())));
  }
  if (!second) return verifyOne(first, trust);
  if (third || second.kind !== 'file' || ![first, second].every((each) => isHead(each) || isConsistency(each)))
    throw ledgerError('ledger_files_apart');
  return verifyTwoHeads([await first.text(), await second.text()], trust);
}

type File = Extract<Evidence, { readonly kind: 'file' }>;

async function verifyOne(file: File, trust: Trust): Promise<Verdict> {
  const { beginning } = file;
  if (beginning.startsWith(proofBeginning)) return verifyProof(await file.text(), trust);
  if (beginning.startsWith(certificateFileBeginning)) return verifyCertificate(await file.text(), trust);
  if (beginning.startsWith('{')) return verifyExport(file.lines(), trust);
  if (!isConsistency(file)) return verifyCheckpoint(await file.text(), trust);
  const { oldSize = 0 } = parseConsistency(await file.text());
  throw ledgerError('ledger_head_missing', { size: oldSize });
}

const proofBeginning = 'c2sp.org/tlog-proof';

function rankOf({ kind }: Evidence): number {
  return kind === 'file' ? 1 : 0;
}

function isConsistency(evidence: Evidence): boolean {
  return evidence.kind === 'file' && evidence.beginning.startsWith(consistencyBeginning);
}

// Whatever else a file may be: reading it as a head says what is wrong with it.
function isHead(evidence: Evidence): evidence is File {
  if (evidence.kind !== 'file') return false;
  const { beginning } = evidence;
  return !beginning.startsWith(proofBeginning) && !beginning.startsWith('{') && !isConsistency(evidence);
}

import { ledgerError } from '../errors.ts';
import type { Trust } from './open-head.ts';
import type { Verdict } from './verdict.ts';
import { certificateFileBeginning } from './certificate.ts';
import { verifyCertificate } from './verify-certificate.ts';
import { verifyCheckpoint, verifyTwoHeads } from './verify-checkpoints.ts';
import { verifyExport } from './verify-export.ts';
import { type LogFiles, verifyLog } from './verify-log.ts';
import { verifyProof } from './verify-proof.ts';

/** Something to verify: a file, by how it begins and its lines or its whole text; or the folder of a log. */
export type Evidence =
  | { readonly kind: 'log'; readonly files: LogFiles }
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
 * @throws whatever speaks against it; ledger_file_unreadable when these files do not go together
 */
export async function verifyFiles(evidence: readonly Evidence[], trust: Trust): Promise<Verdict> {
  const [first, second] = evidence;
  if (!first) throw ledgerError('ledger_file_unreadable', { file: '' });
  const texts = await Promise.all(evidence.slice(1).map(textOf));
  if (first.kind === 'log') return verifyLog(first.files, trust, texts);
  if (!second && first.beginning.startsWith('c2sp.org/tlog-proof')) return verifyProof(await first.text(), trust);
  if (!second && first.beginning.startsWith(certificateFileBeginning))
    return verifyCertificate(await first.text(), trust);
  if (!second && first.beginning.startsWith('{')) return verifyExport(first.lines(), trust);
  const [other] = texts;
  if (texts.length > 1) throw ledgerError('ledger_file_unreadable', { file: '' });
  return other === undefined
    ? verifyCheckpoint(await first.text(), trust)
    : verifyTwoHeads([await first.text(), other], trust);
}

async function textOf(evidence: Evidence): Promise<string> {
  if (evidence.kind === 'log') throw ledgerError('ledger_file_unreadable', { file: '' });
  return evidence.text();
}

import type { HeadView, Verification } from '../../console-api/ledger-contract.ts';
import { call, callText } from '../api/call.ts';
import { ledgerFiles } from '../api/ledger-queries.ts';
import { knownLog, readHead, rememberLog } from './known-log.ts';

/** What a verification in the browser found. */
export type Found =
  | { readonly kind: 'verified'; readonly steps: readonly Verification[]; readonly firstKeys: readonly string[] }
  /** The log has fewer entries than a head that this browser has verified before. */
  | { readonly kind: 'shrunk'; readonly before: number; readonly size: number };

/**
 * Verifies in this browser, by the auditor's own code and under the keys that this browser took when it first saw the log:
 * the head, or the proof of a record and that its head is one of the same log; and that the log has only grown since the
 * last time. What held is remembered.
 *
 * @param recordId the record to prove; without one it is the head alone
 */
export async function verifyLog(recordId: string | undefined): Promise<Found> {
  const { verifyTexts } = await import('octroi:auditor');
  const { checkpoint, keys: shownKeys } = await call<HeadView>('/api/ledger/head');
  if (checkpoint === null) return { kind: 'verified', steps: [], firstKeys: [] };
  const { origin, size } = readHead(checkpoint);
  const known = knownLog(origin);
  if (known && readHead(known.checkpoint).size > size)
    return { kind: 'shrunk', before: readHead(known.checkpoint).size, size };
  const keys = known?.keys ?? shownKeys;
  const proof = recordId === undefined ? undefined : await callText(ledgerFiles.proof(recordId));
  const evidence = [
    proof === undefined ? [checkpoint] : [proof],
    ...(proof === undefined ? [] : [await growth(headIn(proof), checkpoint)]),
    ...(known ? [await growth(known.checkpoint, checkpoint)] : []),
  ];
  const steps = await Promise.all(evidence.map((texts) => verifyTexts({ texts, keys: keys.join('\n') })));
  if (steps.every((step) => step.kind === 'agrees')) rememberLog({ keys, checkpoint });
  return { kind: 'verified', steps, firstKeys: known ? [] : shownKeys };
}

/** Takes the keys that the log has now in place of those this browser knew: somebody has said that they are right. */
export async function trustPresentKeys(): Promise<void> {
  const { checkpoint, keys } = await call<HeadView>('/api/ledger/head');
  if (checkpoint !== null) rememberLog({ keys, checkpoint });
}

// Both heads, and what leads from one to the other. Between heads of one size nothing is to be proven: they must agree.
async function growth(before: string, now: string): Promise<readonly string[]> {
  const { size } = readHead(before);
  return [before, size === readHead(now).size ? now : await callText(ledgerFiles.consistency(size))];
}

function headIn(proof: string): string {
  return proof.slice(proof.indexOf('\n\n') + 2);
}

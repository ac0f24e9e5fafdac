import type { Hash } from '../tree/hash.ts';
import { openNote, parseNote } from '../tree/note.ts';
import { type NoteVerifier, parseVkey } from '../tree/note-key.ts';
import { fromDecimal } from '../tree/base64.ts';
import { formatConsistency } from '../verify/verify-checkpoints.ts';
import { ledgerError } from '../errors.ts';

/** A witness: where it is asked, and the key it cosigns with. */
export type Witness = { readonly url: string; readonly key: NoteVerifier };

/** What is to be cosigned: a signed head, and the proof that leads to it from an earlier size. */
export type ToCosign = {
  readonly checkpoint: string;
  readonly size: number;
  readonly proveFrom: (oldSize: number) => Promise<readonly Hash[]>;
};

const answerLimitMs = 10_000;
const maxAnswerBytes = 65_536;

/** Reads `URL KEY`. @throws ledger_key_malformed, ledger_witness_failed when the address is none */
export function parseWitness(text: string): Witness {
  const [url = '', vkey = ''] = text.trim().split(/\s+/, 2);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw ledgerError('ledger_witness_failed', { url });
  return { url: url.replace(/\/+$/, ''), key: parseVkey(vkey) };
}

/**
 * Asks a witness to cosign a head (C2SP tlog-witness, `add-checkpoint`). A witness signs only what continues the log as
 * it has seen it before; it is asked with the size it is thought to know, and again with the one it answers.
 * @param knownSize what this process last saw it cosign, or 0.
 * @returns its signature line.
 * @throws ledger_witness_failed; ledger_witness_ahead when it has seen a longer log than this: ours has lost its end
 */
export async function askWitness({ url, key }: Witness, head: ToCosign, knownSize: number): Promise<string> {
  const first = await submit(url, head, knownSize);
  const answer = first.size === undefined ? first : await submit(url, head, checkedSize(first.size, head, url));
  if (answer.lines === undefined) throw ledgerError('ledger_witness_failed', { url });
  // Its lines beside ours: whatever else it sent, only its own key's signature counts.
  const note = `${head.checkpoint}${answer.lines}`;
  openNote(note, [key]);
  const own = parseNote(note).signatures.find(({ name, keyId }) => name === key.name && keyId === key.keyId);
  if (!own) throw ledgerError('ledger_witness_failed', { url });
  return own.line;
}

type Answer = { readonly lines?: string; readonly size?: number };

async function submit(url: string, { checkpoint, size, proveFrom }: ToCosign, oldSize: number): Promise<Answer> {
  const hashes = oldSize === 0 || oldSize === size ? [] : await proveFrom(oldSize);
  const response = await fetch(`${url}/add-checkpoint`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: formatConsistency(oldSize, hashes, checkpoint),
    redirect: 'error',
    signal: AbortSignal.timeout(answerLimitMs),
  });
  const text = await response.text();
  if (text.length > maxAnswerBytes) throw ledgerError('ledger_witness_failed', { url });
  if (response.status === 200) return { lines: text };
  if (response.status === 409 && response.headers.get('content-type')?.startsWith('text/x.tlog.size')) {
    const known = fromDecimal(text.trimEnd());
    return known === undefined ? {} : { size: known };
  }
  return {};
}

function checkedSize(theirs: number, { size }: ToCosign, url: string): number {
  if (theirs > size) throw ledgerError('ledger_witness_ahead', { url, size: theirs, own: size });
  return theirs;
}

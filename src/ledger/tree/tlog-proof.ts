import { ledgerError } from '../errors.ts';
import { fromBase64, fromDecimal } from './base64.ts';
import { type Hash, hashBytes } from './hash.ts';

/** What proves one record offline (C2SP tlog-proof): its place, the way to the root, and the signed head as text. */
export type TlogProof = {
  readonly index: number;
  readonly hashes: readonly Hash[];
  readonly checkpoint: string;
  /** Anything beside the proof. It is not signed: octroi puts the leaf itself here, which the proof then vouches for. */
  readonly extra?: Uint8Array;
};

const header = 'c2sp.org/tlog-proof@v1';
// A tree of 2^63 leaves has a way of 63.
const maxHashes = 63;

export function formatTlogProof({ index, hashes, checkpoint, extra }: TlogProof): string {
  const extraLine = extra ? `extra ${Buffer.from(extra).toString('base64')}\n` : '';
  const lines = hashes.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('');
  return `${header}\n${extraLine}index ${index}\n${lines}\n${checkpoint}`;
}

/** Reads a proof. Whether the checkpoint in it is one, and signed, is not looked at here. @throws ledger_proof_malformed */
export function parseTlogProof(text: string): TlogProof {
  const split = text.indexOf('\n\n');
  const checkpoint = text.slice(split + 2);
  const [first, ...lines] = text.slice(0, Math.max(split, 0)).split('\n');
  if (first !== header) throw malformed('header');
  const extra = lines[0]?.startsWith('extra ') ? base64(lines.shift()?.slice('extra '.length), 'extra') : undefined;
  const index = fromDecimal(/^index (\d+)$/.exec(lines.shift() ?? '')?.[1] ?? '');
  if (index === undefined) throw malformed('index');
  const hashes = lines.map((line) => base64(line, 'hash'));
  if (hashes.length > maxHashes || hashes.some((hash) => hash.length !== hashBytes)) throw malformed('hash');
  if (checkpoint === '' || !checkpoint.endsWith('\n')) throw malformed('checkpoint');
  return { index, hashes, checkpoint, ...(extra ? { extra } : {}) };
}

function base64(text: string | undefined, what: string): Buffer {
  const bytes = fromBase64(text ?? '');
  if (!bytes || bytes.length === 0) throw malformed(what);
  return bytes;
}

function malformed(detail: string) {
  return ledgerError('ledger_proof_malformed', { detail });
}

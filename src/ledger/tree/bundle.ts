import { ledgerError } from '../errors.ts';
import { tileWidth } from './tile-path.ts';

const maxEntryBytes = 65_535;

/** Puts entries into one bundle: each with its length before it, two bytes, big-endian (C2SP tlog-tiles). */
export function encodeBundle(entries: readonly Uint8Array[]): Buffer {
  const pieces: Uint8Array[] = [];
  for (const entry of entries) {
    if (entry.length > maxEntryBytes) throw new Error(`encodeBundle: an entry of ${entry.length} bytes`);
    pieces.push(Buffer.of(entry.length >> 8, entry.length & 0xff), entry);
  }
  return Buffer.concat(pieces);
}

/** @throws ledger_bundle_malformed when it does not hold whole entries, 1 to 256 of them, or not as many as `width`. */
export function decodeBundle(bundle: Uint8Array, width?: number): readonly Uint8Array[] {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bundle.length) {
    const length = ((bundle[at] ?? 0) << 8) | (bundle[at + 1] ?? 0);
    const end = at + 2 + length;
    if (end > bundle.length) throw ledgerError('ledger_bundle_malformed');
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  if (entries.length === 0 || entries.length > tileWidth || (width !== undefined && entries.length !== width))
    throw ledgerError('ledger_bundle_malformed');
  return entries;
}

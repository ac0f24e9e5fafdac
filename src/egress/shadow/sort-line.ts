import { createHmac } from 'node:crypto';
import { type FingerprintKey, keyedFingerprint } from '../../base/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import { type Flow, isAddress } from '../import/flow.ts';
import { knownHosts } from './known-hosts.ts';

/** A line about an AI product's host, or about one whose name sounds like it, as it may be kept. */
export type SortedLine = {
  /** The first 16 bytes of HMAC-SHA-256 of the line under the tenant's key. */
  readonly digest: Buffer;
  /** A reference under that key: for an address the same as the proxy records. */
  readonly source: string;
  readonly host: string;
  readonly vendor?: string;
  readonly purpose?: string;
  readonly audience?: 'consumer' | 'commercial';
  readonly at: string;
  readonly isDenied: boolean;
  readonly bytesOut: number;
  readonly bytesIn: number;
};

export type SortingParts = { readonly catalogue: Catalogue; readonly key: FingerprintKey; readonly on: Date };

/** The reference under which a source of a log is kept: for an address the same as the proxy records. */
export function logSource(key: FingerprintKey, source: string): string {
  return keyedFingerprint(key, isAddress(source) ? `network ${source}` : `login ${source.toLowerCase()}`);
}

/** Tells what of a log's lines is about AI. What is not, and what names no host, is undefined and leaves no trace. */
export function lineSorter({ catalogue, key, on }: SortingParts): (flow: Flow, line: string) => SortedLine | undefined {
  const known = knownHosts(catalogue, on);
  return ({ host, source, atMs, action, bytesOut, bytesIn }, line) => {
    const found = isAddress(host) ? 'other' : known(host);
    if (found === 'other') return undefined;
    const { audience, ...described } = found === 'proposed' ? { audience: 'unknown' as const } : found;
    return {
      digest: createHmac('sha256', key).update(line).digest().subarray(0, 16),
      source: logSource(key, source),
      host,
      ...described,
      ...(audience === 'unknown' ? {} : { audience }),
      at: new Date(atMs).toISOString(),
      isDenied: action === 'denied',
      bytesOut,
      bytesIn,
    };
  };
}

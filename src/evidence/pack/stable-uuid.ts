import { canonicalJson, type Json, sha256Hex } from '../../base/index.ts';

/** A UUID of version 5's shape that the same words always give: what makes a document again gives the same document. */
export function stableUuid(...words: readonly Json[]): string {
  const hex = sha256Hex(`octroi:${canonicalJson(words)}`);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

import type { StringSpan } from './piece.ts';

const backslash = 0x5c;
const letterU = 0x75;

/**
 * Finds where cuts in a decoded string stand in its JSON form.
 *
 * @param cuts UTF-16 offsets into the decoded text, ascending, none inside a surrogate pair of a 4-byte character.
 * @returns for each cut its offset in `bytes`.
 */
export function rawOffsets(
  bytes: Uint8Array,
  { start, end, hasEscapes }: StringSpan,
  cuts: readonly number[],
): readonly number[] {
  const offsets: number[] = [];
  let at = start;
  let units = 0;
  for (const cut of cuts) {
    while (units < cut && at < end) {
      const byte = bytes[at] ?? 0;
      if (hasEscapes && byte === backslash) {
        at += bytes[at + 1] === letterU ? 6 : 2;
        units += 1;
      } else {
        at += byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
        units += byte < 0xf0 ? 1 : 2;
      }
    }
    offsets.push(at);
  }
  return offsets;
}

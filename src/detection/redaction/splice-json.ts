import type { Span } from '../finding.ts';

/** New content for a stretch of a text: UTF-16 offsets of the decoded text. */
export type TextEdit = Span & { readonly standIn: string };

/** New bytes for a stretch of bytes. */
export type ByteEdit = Span & { readonly bytes: Uint8Array };

const backslash = 0x5c;
const letterU = 0x75;

/**
 * Turns edits of a decoded text into edits of the JSON string it was decoded from, so that all other bytes stay as they are.
 *
 * @param raw what stands between the string's quotes: valid UTF-8, escapes as RFC 8259 has them. A lone surrogate, which
 * can only come as an escape, counts as one unit, as in the decoded text.
 * @param edits ascending and without overlap.
 * @returns edits counted from the start of `raw`.
 */
export function toByteEdits(raw: Uint8Array, edits: readonly TextEdit[]): readonly ByteEdit[] {
  const cursor = { at: 0, units: 0 };
  return edits.map(({ start, end, standIn }) => {
    const from = advance(raw, cursor, start);
    const to = advance(raw, cursor, end);
    return { start: from, end: to, bytes: Buffer.from(JSON.stringify(standIn).slice(1, -1), 'utf8') };
  });
}

/** Puts edits into bytes; gives back the very bytes when there is none. Edits are ascending and do not overlap. */
export function spliceBytes(bytes: Uint8Array, edits: readonly ByteEdit[]): Uint8Array {
  if (edits.length === 0) return bytes;
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const edit of edits) {
    pieces.push(bytes.subarray(at, edit.start), edit.bytes);
    at = edit.end;
  }
  pieces.push(bytes.subarray(at));
  return Buffer.concat(pieces);
}

function advance(raw: Uint8Array, cursor: { at: number; units: number }, unit: number): number {
  while (cursor.units < unit && cursor.at < raw.length) {
    const byte = raw[cursor.at] ?? 0;
    if (byte === backslash) {
      cursor.at += raw[cursor.at + 1] === letterU ? 6 : 2;
      cursor.units += 1;
    } else {
      cursor.at += byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      cursor.units += byte < 0xf0 ? 1 : 2;
    }
  }
  return cursor.at;
}

import { maxLeaves, tooManyParts } from '../anthropic/max-parts.ts';
import { decodeString, JsonCursor } from '../anthropic/json-cursor.ts';
import type { StringSpan } from '../anthropic/piece.ts';

/** A string or a number of a JSON text: what can hold something. `name` is that of its member, or empty. */
export type Leaf = StringSpan & { readonly form: 'name' | 'string' | 'number'; readonly name: string };

const shortestNumber = 5;
const longestName = 512;

const quote = 0x22;
const minus = 0x2d;
const colon = 0x3a;

/**
 * Lists the strings and numbers that stand in a stretch of a JSON text, names of members included, in their order.
 *
 * The stretch is of a text that was read before, so it is well formed; it begins and ends outside of strings. No stack is
 * needed, and no depth is too deep: whatever stands between two leaves is syntax.
 */
export function leavesOf(bytes: Buffer, start: number, end: number): readonly Leaf[] {
  const cursor = new JsonCursor(bytes, start);
  const leaves: Leaf[] = [];
  let name = '';
  const push = (leaf: Leaf): void => {
    if (leaves.length >= maxLeaves) throw tooManyParts(maxLeaves);
    leaves.push(leaf);
  };
  while (cursor.at < end) {
    const byte = bytes[cursor.at] ?? 0;
    if (byte === quote) {
      cursor.passString();
      const span = cursor.span();
      const isName = cursor.at < end && cursor.peek() === colon;
      push({ ...span, form: isName ? 'name' : 'string', name });
      name = isName ? nameText(bytes, span) : '';
    } else if (byte === minus || isDigit(byte)) {
      const from = cursor.at;
      cursor.passValue();
      // A shorter number is nothing that could be found.
      if (cursor.at - from >= shortestNumber)
        push({ start: from, end: cursor.at, hasEscapes: false, form: 'number', name });
      name = '';
    } else cursor.at += 1;
  }
  return leaves;
}

// Decoded, since a name may be written in escapes; as much of it as tells it from those that mean something.
function nameText(bytes: Buffer, span: StringSpan): string {
  if (span.hasEscapes && span.end - span.start <= longestName) return decodeString(bytes, span);
  return bytes.toString('latin1', span.start, Math.min(span.end, span.start + 64));
}

/** The decoded text of a leaf; of a number, its digits. */
export function leafText(bytes: Buffer, leaf: Leaf): string {
  return leaf.form === 'number' ? bytes.toString('latin1', leaf.start, leaf.end) : decodeString(bytes, leaf);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

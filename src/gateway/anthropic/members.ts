import { gatewayError } from '../errors.ts';
import { maxParts, tooManyParts } from './max-parts.ts';
import { JsonCursor } from './json-cursor.ts';

/** Where a value stands, its quotes or brackets included; and where its member's name begins, if it is a member's. */
export type ValueSpan = { readonly start: number; readonly end: number; readonly nameStart?: number };

/**
 * Calls `read` for each member of the object at the cursor, with its decoded name; `read` must pass the value.
 *
 * A name that comes twice is refused: two readers may each take another of the two, and what the vendor reads must be
 * what is declared.
 * @throws gateway_body_ambiguous, gateway_body_too_many_parts
 */
export function readMembers(cursor: JsonCursor, read: (name: string) => void): void {
  const seen = new Set<string>();
  for (let has = cursor.enterObject(); has; has = cursor.nextMember()) {
    const name = cursor.text();
    if (seen.has(name)) throw gatewayError('gateway_body_ambiguous', { offset: cursor.stringStart });
    if (seen.size >= maxParts) throw tooManyParts();
    seen.add(name);
    read(name);
  }
}

/** Passes the value at the cursor and returns its bounds. */
export function passSpan(cursor: JsonCursor): ValueSpan {
  cursor.peek();
  const start = cursor.at;
  cursor.passValue();
  return { start, end: cursor.at };
}

/** Passes the value of the member whose name was read last. */
export function passMember(cursor: JsonCursor): ValueSpan {
  const nameStart = cursor.stringStart - 1;
  return { ...passSpan(cursor), nameStart };
}

/** The member spans of the object at the cursor. */
export function memberSpans(cursor: JsonCursor): ReadonlyMap<string, ValueSpan> {
  const spans = new Map<string, ValueSpan>();
  readMembers(cursor, (name) => spans.set(name, passMember(cursor)));
  return spans;
}

/** A cursor at the start of a value that was passed before. */
export function cursorAt(bytes: Uint8Array, span: ValueSpan): JsonCursor {
  return new JsonCursor(bytes, span.start);
}

/** The decoded text of a string member; undefined when it is absent or no string. */
export function textOf(bytes: Uint8Array, span: ValueSpan | undefined): string | undefined {
  if (!span) return undefined;
  const cursor = cursorAt(bytes, span);
  return cursor.isAtString() ? cursor.readText() : undefined;
}

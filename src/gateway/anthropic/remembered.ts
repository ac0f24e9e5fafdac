import { hash } from 'node:crypto';
import type { Conversation, Trace } from './conversation.ts';
import type { JsonCursor } from './json-cursor.ts';
import type { Piece } from './piece.ts';

/** One value of a body that was read: its digest, and what was found in it, with bounds from its own start. */
export type RememberedValue = {
  readonly length: number;
  readonly digest: string;
  readonly pieces: readonly Piece[];
  readonly trace: Trace;
};

/** What a body was found to hold, message by message and member by member. Digests and facts; never content. */
export type RememberedBody = {
  readonly messages: readonly RememberedValue[];
  readonly members: ReadonlyMap<string, RememberedValue>;
};

export const nothingRemembered: RememberedBody = { messages: [], members: new Map() };

/**
 * Reads the value at the cursor, or takes over what was found in it before when its bytes are the same.
 *
 * A turn resends all that came before, so most of a body costs one hash. Equal bytes are the same JSON value, and are
 * read the same when the conversation before them says the same of the calls they refer to.
 */
export function readOrRecall(
  { conversation, cursor }: { readonly conversation: Conversation; readonly cursor: JsonCursor },
  before: RememberedValue | undefined,
  read: () => void,
): RememberedValue {
  cursor.peek();
  const start = cursor.at;
  if (before && isSame(conversation, start, before)) {
    for (const piece of before.pieces) conversation.describer.pieces.push(shifted(piece, start));
    conversation.follow(before.trace);
    cursor.at = start + before.length;
    return before;
  }
  const { pieces } = conversation.describer;
  const firstPiece = pieces.length;
  conversation.beginTrace();
  read();
  return {
    length: cursor.at - start,
    digest: digestOf(conversation.bytes, start, cursor.at),
    pieces: pieces.slice(firstPiece).map((piece) => shifted(piece, -start)),
    trace: conversation.endTrace(),
  };
}

/** Whether the bytes from `start` on are those of a value that was read before, in a conversation that fits it. */
export function isSame(conversation: Conversation, start: number, value: RememberedValue): boolean {
  const end = start + value.length;
  if (end > conversation.bytes.length || !conversation.fits(value.trace)) return false;
  return digestOf(conversation.bytes, start, end) === value.digest;
}

function digestOf(bytes: Buffer, start: number, end: number): string {
  return hash('sha256', bytes.subarray(start, end), 'base64');
}

function shifted(piece: Piece, by: number): Piece {
  const { start, end, facts, fingerprint, again } = piece;
  return { start: start + by, end: end + by, facts, fingerprint, again };
}

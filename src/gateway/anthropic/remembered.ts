import type { InspectedValue } from '../inspection/inspected-value.ts';
import { contentTag } from './content-tag.ts';
import type { Conversation, Trace } from './conversation.ts';
import type { JsonCursor } from './json-cursor.ts';
import type { Piece } from './piece.ts';

/** One value of a body that was read: its tag, and what was found in it, with bounds from its own start. */
export type RememberedValue = {
  readonly length: number;
  readonly tag: string;
  readonly pieces: readonly Piece[];
  readonly trace: Trace;
  /** What inspection notes of the value, so that it looks at it once. */
  readonly note: ValueNote;
};

/** A place beside a value for what was found when it was inspected; the reader neither fills nor reads it. */
export class ValueNote {
  inspected: InspectedValue | undefined;
}

/** A message that was read, and where it began, counted from the first message of its body. */
export type RememberedMessage = { readonly offset: number; readonly value: RememberedValue };

/**
 * The messages of a body from the first to the last but one, as one stretch: a turn resends them unchanged, while the
 * last loses its cache mark to the new one.
 */
type Stem = { readonly count: number; readonly length: number; readonly tag: string };

/** What a body was found to hold, message by message and member by member. Tags and facts; never content. */
export type RememberedBody = {
  readonly messages: readonly RememberedMessage[];
  readonly members: ReadonlyMap<string, RememberedValue>;
  readonly stem: Stem | undefined;
};

export const nothingRemembered: RememberedBody = { messages: [], members: new Map(), stem: undefined };

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
    takeOver(conversation, start, before);
    cursor.at = start + before.length;
    return before;
  }
  const { pieces } = conversation.describer;
  const firstPiece = pieces.length;
  conversation.beginTrace();
  read();
  return {
    length: cursor.at - start,
    tag: contentTag(conversation.bytes.subarray(start, cursor.at)),
    pieces: pieces.slice(firstPiece).map((piece) => shifted(piece, -start)),
    trace: conversation.endTrace(),
    note: new ValueNote(),
  };
}

/** Whether the bytes from `start` on are those of a value that was read before, in a conversation that fits it. */
export function isSame(conversation: Conversation, start: number, value: RememberedValue): boolean {
  const end = start + value.length;
  if (end > conversation.bytes.length || !conversation.fits(value.trace)) return false;
  return contentTag(conversation.bytes.subarray(start, end)) === value.tag;
}

/** Makes the stem of a body whose first message began at `start`; a short body has none worth it. */
export function stemOf(bytes: Buffer, start: number, messages: readonly RememberedMessage[]): Stem | undefined {
  const last = messages.at(-2);
  if (!last || messages.length < 3) return undefined;
  const length = last.offset + last.value.length;
  return { count: messages.length - 1, length, tag: contentTag(bytes.subarray(start, start + length)) };
}

/**
 * Takes over the messages of a stem, if the bytes from the cursor on are the same.
 * @returns the messages; none when the bytes are others.
 */
export function recallStem(
  { conversation, cursor }: { readonly conversation: Conversation; readonly cursor: JsonCursor },
  { stem, messages }: RememberedBody,
): readonly RememberedMessage[] {
  const start = cursor.at;
  if (!stem || !conversation.isUntouched || start + stem.length > conversation.bytes.length) return [];
  if (contentTag(conversation.bytes.subarray(start, start + stem.length)) !== stem.tag) return [];
  const recalled = messages.slice(0, stem.count);
  for (const { offset, value } of recalled) takeOver(conversation, start + offset, value);
  cursor.at = start + stem.length;
  return recalled;
}

function takeOver(conversation: Conversation, start: number, { pieces, trace }: RememberedValue): void {
  for (const piece of pieces) conversation.describer.pieces.push(shifted(piece, start));
  conversation.follow(trace);
}

function shifted(piece: Piece, by: number): Piece {
  const { start, end, facts, fingerprint, again } = piece;
  return { start: start + by, end: end + by, facts, fingerprint, again };
}

import type { DeclaredPart } from '../../ledger/index.ts';

/** What a piece of a body is, without where it stands or whether it was sent before. */
export type PieceFacts = Omit<DeclaredPart, 'bytes' | 'fingerprint' | 'sent'>;

/** A piece of a body: its bounds in the bytes, what it is, and its keyed fingerprint. */
export type Piece = {
  readonly start: number;
  readonly end: number;
  readonly facts: PieceFacts;
  readonly fingerprint: string;
  /** The piece as it is declared when it is sent again: one object for all the turns that resend it. */
  readonly again: DeclaredPart;
};

/** A stretch of a text, in UTF-16 units, and the text its fingerprint is made of. */
export type Segment = {
  readonly from: number;
  readonly to: number;
  readonly facts: PieceFacts;
  readonly basis: string;
};

/** The bounds of a JSON string's inside in the body. */
export type StringSpan = { readonly start: number; readonly end: number; readonly hasEscapes: boolean };

/** A tool call, as far as it tells what its result is. */
export type ToolCall = {
  readonly tool: string;
  readonly path?: string;
  readonly command?: string;
};

// Facts are held longer than they are recorded, so that a value at the cut is found whole before it is cut.
const maxHeldLength = 4_000;
const maxRecordedLength = 1_000;
const maxFormLength = 40;

/** The name of a form we do not know: short, since a name too can be made to carry content. */
export function formText(name: string): string {
  return factText(name).slice(0, maxFormLength).toWellFormed();
}

/**
 * Text from a body, fit to stand in a record: bounded, and free of control characters, so that it can neither break a
 * terminal nor a line-based export.
 */
export function factText(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ');
  return cut(clean, maxHeldLength);
}

/** Facts as they stand in a record: each bounded. */
export function recordedFacts(facts: PieceFacts): PieceFacts {
  const { path = '', command = '' } = facts;
  if (path.length <= maxRecordedLength && command.length <= maxRecordedLength) return facts;
  return {
    ...facts,
    ...(path === '' ? {} : { path: cut(path, maxRecordedLength) }),
    ...(command === '' ? {} : { command: cut(command, maxRecordedLength) }),
  };
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}

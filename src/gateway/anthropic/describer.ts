import { type FingerprintKey, keyedFingerprint } from '../../base/index.ts';
import { resentPart } from '../../ledger/index.ts';
import { attributeText, type TextPlace } from './attribute-text.ts';
import { attributeToolText } from './attribute-tool-text.ts';
import { maxParts, tooManyParts } from './max-parts.ts';
import { decodeString } from './json-cursor.ts';
import { type Piece, type PieceFacts, recordedFacts, type Segment, type StringSpan, type ToolCall } from './piece.ts';
import { rawOffsets } from './raw-offsets.ts';

/** Describes the strings and values of one body, under one tenant's key. */
export class Describer {
  readonly #bytes: Buffer;
  readonly #key: FingerprintKey;
  readonly pieces: Piece[] = [];

  constructor(bytes: Buffer, key: FingerprintKey) {
    this.#bytes = bytes;
    this.#key = key;
  }

  /** Describes a text of the conversation; returns the tool call it announces, for the text that follows. */
  text(span: StringSpan, place: TextPlace, announced?: ToolCall): ToolCall | undefined {
    if (span.end === span.start) return announced;
    const attributed = attributeText(decodeString(this.#bytes, span), place, announced);
    this.#place(attributed.segments, span);
    return attributed.announced;
  }

  /** Describes a tool's textual result. */
  toolText(span: StringSpan, call: ToolCall, isError: boolean): void {
    if (span.end === span.start) return;
    const text = decodeString(this.#bytes, span);
    this.#place(attributeToolText(text, { from: 0, to: text.length, call, source: 'read', isError }), span);
  }

  /** Describes a string as one piece of a known kind. */
  string(span: StringSpan, facts: PieceFacts): void {
    if (span.end === span.start) return;
    this.#add(span, facts, decodeString(this.#bytes, span));
  }

  /** Describes a base64 string as the bytes it stands for: an image or a document. */
  base64(span: StringSpan, facts: PieceFacts): void {
    if (span.end === span.start) return;
    this.#add(span, facts, Buffer.from(decodeString(this.#bytes, span), 'base64'));
  }

  /** Describes any JSON value as one piece; its fingerprint is that of its bytes. */
  value(start: number, end: number, facts: PieceFacts): void {
    this.#add({ start, end }, facts, this.#bytes.subarray(start, end));
  }

  #add({ start, end }: Pick<Piece, 'start' | 'end'>, facts: PieceFacts, basis: string | Uint8Array): void {
    if (this.pieces.length >= maxParts) throw tooManyParts();
    const fingerprint = keyedFingerprint(this.#key, basis);
    this.pieces.push({
      start,
      end,
      facts,
      fingerprint,
      again: resentPart({ ...recordedFacts(facts), bytes: end - start, fingerprint }),
    });
  }

  #place(segments: readonly Segment[], span: StringSpan): void {
    const cuts = segments.flatMap((segment) => [segment.from, segment.to]);
    const offsets = rawOffsets(this.#bytes, span, cuts);
    for (const [index, { facts, basis }] of segments.entries()) {
      this.#add({ start: offsets[index * 2] ?? span.start, end: offsets[index * 2 + 1] ?? span.end }, facts, basis);
    }
  }
}

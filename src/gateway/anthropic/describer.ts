import { hash } from 'node:crypto';
import { keyedFingerprint } from '../../base/index.ts';
import { type Attributed, attributeText, type TextPlace } from './attribute-text.ts';
import { attributeToolText } from './attribute-tool-text.ts';
import { decodeString } from './json-cursor.ts';
import type { Piece, PieceFacts, Segment, StringSpan, ToolCall } from './piece.ts';
import { rawOffsets } from './raw-offsets.ts';

/** A piece with its bounds counted from the start of the string it stands in, so that it can be met again elsewhere. */
type Described = { readonly pieces: readonly Piece[]; readonly announced: ToolCall | undefined };

const maxRemembered = 50_000;

/**
 * Remembers what strings of bodies were found to be, by digest and place, for one process.
 *
 * A turn resends all that came before: its strings are met here and cost one hash each, without decoding. It holds
 * digests, facts and fingerprints; never content.
 */
export class DescriptionMemory {
  readonly #known = new Map<string, Described>();

  recall(key: string): Described | undefined {
    return this.#known.get(key);
  }

  keep(key: string, described: Described): void {
    if (this.#known.size >= maxRemembered) {
      const oldest = this.#known.keys().next();
      if (!oldest.done) this.#known.delete(oldest.value);
    }
    this.#known.set(key, described);
  }
}

/** Describes the strings and values of one body, under one tenant's key. */
export class Describer {
  readonly #bytes: Buffer;
  readonly #key: Uint8Array;
  readonly #tenantId: string;
  readonly #memory: DescriptionMemory;
  readonly pieces: Piece[] = [];

  constructor(
    bytes: Buffer,
    tenant: { readonly id: string; readonly fingerprintKey: Uint8Array },
    memory: DescriptionMemory,
  ) {
    this.#bytes = bytes;
    this.#key = tenant.fingerprintKey;
    this.#tenantId = tenant.id;
    this.#memory = memory;
  }

  /** Describes a text of the conversation; returns the tool call it announces, for the text that follows. */
  text(span: StringSpan, place: TextPlace, announced?: ToolCall): ToolCall | undefined {
    return this.#describe(span, `${place} ${placeOf(announced)}`, (text) => attributeText(text, place, announced));
  }

  /** Describes a tool's textual result. */
  toolText(span: StringSpan, call: ToolCall, isError: boolean): void {
    this.#describe(span, `result ${isError} ${placeOf(call)}`, (text) => ({
      segments: attributeToolText(text, { from: 0, to: text.length, call, source: 'read', isError }),
    }));
  }

  /** Describes a string as one piece of a known kind. */
  string(span: StringSpan, facts: PieceFacts): void {
    this.#describe(span, JSON.stringify(facts), (text) => ({
      segments: [{ from: 0, to: text.length, facts, basis: text }],
    }));
  }

  /** Describes a base64 string as the bytes it stands for: an image or a document. */
  base64(span: StringSpan, facts: PieceFacts): void {
    const { start, end } = span;
    const raw = this.#bytes.subarray(start, end);
    const described = this.#known(raw, JSON.stringify(facts), () => {
      const text = span.hasEscapes ? decodeString(this.#bytes, span) : raw.toString('latin1');
      return this.#single(end - start, facts, Buffer.from(text, 'base64'));
    });
    this.#place(described.pieces, start);
  }

  /** Describes any JSON value as one piece; its fingerprint is that of its bytes. */
  value(start: number, end: number, facts: PieceFacts): void {
    const raw = this.#bytes.subarray(start, end);
    const described = this.#known(raw, JSON.stringify(facts), () => this.#single(end - start, facts, raw));
    this.#place(described.pieces, start);
  }

  #describe(
    { start, end, hasEscapes }: StringSpan,
    place: string,
    attribute: (text: string) => Attributed,
  ): ToolCall | undefined {
    if (end === start) return undefined;
    const raw = this.#bytes.subarray(start, end);
    const described = this.#known(raw, place, () => {
      const { segments, announced } = attribute(decodeString(this.#bytes, { start, end, hasEscapes }));
      return { pieces: this.#toPieces(segments, { start, end, hasEscapes }), announced };
    });
    this.#place(described.pieces, start);
    return described.announced;
  }

  #known(raw: Uint8Array, place: string, find: () => Described): Described {
    const key = `${this.#tenantId} ${place} ${hash('sha256', raw, 'base64')}`;
    const known = this.#memory.recall(key);
    if (known) return known;
    const described = find();
    this.#memory.keep(key, described);
    return described;
  }

  #single(length: number, facts: PieceFacts, basis: Uint8Array): Described {
    return {
      pieces: [{ start: 0, end: length, facts, fingerprint: keyedFingerprint(this.#key, basis) }],
      announced: undefined,
    };
  }

  #toPieces(segments: readonly Segment[], span: StringSpan): readonly Piece[] {
    const cuts = segments.flatMap((segment) => [segment.from, segment.to]);
    const offsets = rawOffsets(this.#bytes, span, cuts);
    return segments.map((segment, index) => ({
      start: (offsets[index * 2] ?? 0) - span.start,
      end: (offsets[index * 2 + 1] ?? 0) - span.start,
      facts: segment.facts,
      fingerprint: keyedFingerprint(this.#key, segment.basis),
    }));
  }

  #place(pieces: readonly Piece[], at: number): void {
    for (const piece of pieces) this.pieces.push({ ...piece, start: piece.start + at, end: piece.end + at });
  }
}

function placeOf(call: ToolCall | undefined): string {
  return call ? `${call.tool}\n${call.path ?? ''}\n${call.command ?? ''}` : '';
}

import { sha256Hex } from '../../base/index.ts';
import type { Finding } from '../../detection/index.ts';
import { maskedLine } from './mask.ts';
import type { Piece } from './read-pieces.ts';

/**
 * A finding in its file. Lines and columns begin at 1, columns count UTF-16 units, ends are exclusive; `start` and `end`
 * are units from the file's beginning, without a byte order mark.
 */
export type Placed = Finding & {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The same in the next run as long as the line stays what it is around the value; tells nothing of the value. */
  readonly fingerprint: string;
  /** The line with what was found in it masked. */
  readonly excerpt: string;
};

/** Places the findings of one file, whose pieces come in their order. */
export class Places {
  #line = 1;
  // Where the line counted to begins, from the file's beginning.
  #lineStart = 0;
  #countedTo = 0;
  #lastEnd = 0;
  readonly #seen = new Map<string, number>();

  of(piece: Piece, findings: readonly Finding[]): readonly Placed[] {
    const placed: Placed[] = [];
    for (const finding of findings) {
      // Read by both pieces at a joint, and not the same way: the first reading stands.
      if (piece.offset + finding.start < this.#lastEnd) continue;
      placed.push(this.#place(piece, finding, findings));
      this.#lastEnd = piece.offset + finding.end;
    }
    this.#countTo(piece, Math.min(piece.to, piece.text.length));
    return placed;
  }

  #place(piece: Piece, finding: Finding, all: readonly Finding[]): Placed {
    const { path, offset, text } = piece;
    this.#countTo(piece, finding.start);
    const [line, column] = [this.#line, offset + finding.start - this.#lineStart + 1];
    this.#countTo(piece, finding.end);
    const excerpt = maskedLine(text, finding, all);
    const place = `${path}\0${finding.detector}\0${excerpt}`;
    const seen = this.#seen.get(place) ?? 0;
    this.#seen.set(place, seen + 1);
    return {
      ...finding,
      path,
      start: offset + finding.start,
      end: offset + finding.end,
      line,
      column,
      endLine: this.#line,
      endColumn: offset + finding.end - this.#lineStart + 1,
      fingerprint: sha256Hex(`${place}\0${seen}`).slice(0, 32),
      excerpt,
    };
  }

  #countTo({ text, offset }: Piece, to: number): void {
    for (let at = Math.max(0, this.#countedTo - offset); ; ) {
      const feed = text.indexOf('\n', at);
      if (feed === -1 || feed >= to) break;
      this.#line += 1;
      this.#lineStart = offset + feed + 1;
      at = feed + 1;
    }
    this.#countedTo = Math.max(this.#countedTo, offset + to);
  }
}

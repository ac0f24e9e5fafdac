import { foldText } from '../engine/fold.ts';
import type { Span } from '../finding.ts';
import { cellsOf, delimiterOf } from './columns.ts';
import { lineEnd, lineStart } from './lines.ts';

const maxRows = 2_000;
const maxTuples = 500;
const reach = 131_072;

/**
 * The cells under a head that matches `label` (folded), when the keyword at `start` stands in the first line of a table:
 * CSV, TSV, a Markdown or psql table.
 */
export function cellsUnder(text: string, start: number, label: RegExp): readonly Span[] {
  const lineAt = lineStart(text, start);
  if (start - lineAt > 1_000) return [];
  const delimiter = delimiterOf(text, lineAt);
  if (delimiter === '' || !isHead(text, lineAt, delimiter)) return [];
  const heads = cellsOf(text, lineAt, delimiter);
  const columns = heads.flatMap((head, index) =>
    label.test(foldText(text.slice(head.start, head.end))) ? [index] : [],
  );
  if (columns.length === 0) return [];
  return rowsUnder(text, lineAt, { delimiter, count: heads.length }).flatMap((row) =>
    columns.flatMap((column) => row[column] ?? []),
  );
}

// Names of columns: short, without digits at their beginning, and no line of the same form above them.
function isHead(text: string, lineAt: number, delimiter: string): boolean {
  const line = text.slice(lineAt, lineEnd(text, lineAt));
  // Code lists words too: indented, in single quotes, or parted by bars without a space.
  if (delimiter === '|' ? !/^\s*\||\w \| \w/.test(line) : /^\s|^'|[({[]/.test(line)) return false;
  const heads = cellsOf(text, lineAt, delimiter).map(({ start, end }) => text.slice(start, end));
  if (!heads.every((head) => head.length <= 40 && /^(?:[\p{L}_][\p{L}\p{N}_ .()/°'-]*)?$/u.test(head))) return false;
  if (lineAt === 0) return true;
  const above = lineStart(text, lineAt - 1);
  return cellsOf(text, above, delimiter).length !== heads.length;
}

type Table = { readonly delimiter: string; readonly count: number };

function rowsUnder(text: string, headAt: number, { delimiter, count }: Table): readonly (readonly Span[])[] {
  const rows: (readonly Span[])[] = [];
  let at = lineEnd(text, headAt) + 1;
  while (rows.length < maxRows && at < text.length && at - headAt < reach) {
    const end = lineEnd(text, at);
    if (!/^[\s|:+-]+$/.test(text.slice(at, end))) {
      const cells = cellsOf(text, at, delimiter);
      if (cells.length !== count) break;
      rows.push(cells);
    }
    at = end + 1;
  }
  return rows;
}

/** The values of an `INSERT INTO` without columns, when its table's name matches `table` (folded). */
export function valuesOf(text: string, start: number, table: RegExp): readonly Span[] {
  insertAll.lastIndex = start;
  const head = insertAll.exec(text);
  if (!head?.[1] || !table.test(foldText(head[1]))) return [];
  return tuplesFrom(text, insertAll.lastIndex).flat();
}

const insertAll = /insert\s+(?:ignore\s+)?into\s+([\w."`[\]]{1,80})\s+values?\s*(?=\()/iy;

const insert =
  /insert\s+(?:ignore\s+)?into\s+[\w."`[\]]{1,80}\s*\(([^()]{1,1000})\)\s*(?:output [^()]{1,80})?values?\s*/iy;
const tuple = /\(((?:'(?:[^'\\]|''|\\.){0,500}'|"(?:[^"\\]|\\.){0,500}"|[^()'"]|\([^()]{0,80}\)){1,4000})\)\s*,?\s*/y;

/** The values that an `INSERT INTO … (columns) VALUES …` at `start` puts under a column that matches `label` (folded). */
export function valuesUnder(text: string, start: number, label: RegExp): readonly Span[] {
  insert.lastIndex = start;
  const head = insert.exec(text);
  if (!head?.[1]) return [];
  const names = head[1].split(',').map((name) => foldText(name.replace(/[\s"`[\]]/g, '')));
  const columns = names.flatMap((name, index) => (label.test(name) ? [index] : []));
  if (columns.length === 0) return [];
  return tuplesFrom(text, insert.lastIndex).flatMap((values) =>
    values.length === names.length ? columns.flatMap((column) => values[column] ?? []) : [],
  );
}

// The values of each tuple that follows, in the text's offsets.
function tuplesFrom(text: string, from: number): readonly (readonly Span[])[] {
  const tuples: (readonly Span[])[] = [];
  let at = from;
  while (tuples.length < maxTuples && at - from < reach) {
    tuple.lastIndex = at;
    const found = tuple.exec(text);
    if (!found?.[1]) break;
    const inside = at + 1;
    tuples.push(literalsOf(found[1]).map(({ start, end }) => ({ start: inside + start, end: inside + end })));
    at = tuple.lastIndex;
  }
  return tuples;
}

const literal = /\s*(?:[NEXB]?'((?:[^'\\]|''|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^,'"]*))\s*(?:,|$)/dy;

// The values of one tuple, in its own offsets; a value that is no quoted literal is an empty span.
function literalsOf(written: string): readonly Span[] {
  const spans: Span[] = [];
  literal.lastIndex = 0;
  while (literal.lastIndex < written.length) {
    const found = literal.exec(written);
    if (!found || found[0] === '') break;
    const [start, end] = found.indices?.[1] ?? found.indices?.[2] ?? [0, 0];
    spans.push({ start, end });
  }
  return spans;
}

import { readNumberedLines } from './numbered-lines.ts';
import { factText, type PieceFacts, type Segment } from './piece.ts';

/**
 * Finds what the client adds on its own: instruction files, git state, a file that changed, lines selected in an editor.
 *
 * Reads `text` from `from` to `to`; undefined when the wording is none of the known ones.
 */
export function attributeNotice(text: string, from: number, to: number): readonly Segment[] | undefined {
  const inside = text.slice(from, to);
  return (
    changedFile(inside, from) ?? selectedLines(inside, from) ?? instructionFiles(inside, from) ?? gitState(inside, from)
  );
}

// "Contents of PATH (what kind of file it is):", blank line, the file; several in one reminder. What is in brackets is
// taken off afterwards: looking for it in the same pattern took time by the square of a line's length (measured).
const contentsHeading = /(?:^|\n\n?)Contents of ([^\n]{1,4300}):\n\n?/g;

function instructionFiles(inside: string, offset: number): readonly Segment[] | undefined {
  const headings = [...inside.matchAll(contentsHeading)];
  const first = headings[0];
  if (!first) return undefined;
  const files = headings.map((heading, index) => {
    const start = heading.index + heading[0].length;
    const end = headings[index + 1]?.index ?? withoutFinalBreak(inside);
    return cut(inside, { start, end, offset }, { kind: 'instruction_file', path: factText(pathIn(heading[1] ?? '')) });
  });
  return [...preface(inside, first.index, offset), ...files.filter((file) => file.to > file.from)];
}

function pathIn(heading: string): string {
  const bracket = heading.endsWith(')') ? heading.indexOf(' (') : -1;
  return bracket <= 0 ? heading : heading.slice(0, bracket);
}

const gitHeading = /(?:^|\n)(?:# gitStatus\n|gitStatus: )/;

function gitState(inside: string, offset: number): readonly Segment[] | undefined {
  const heading = gitHeading.exec(inside);
  if (!heading) return undefined;
  const start = heading.index;
  const next = /\n# /.exec(inside.slice(start + heading[0].length));
  const end = next ? start + heading[0].length + next.index : withoutFinalBreak(inside);
  const rest = inside.slice(end).trim() === '' ? [] : [cut(inside, { start: end, end: inside.length, offset }, other)];
  return [...preface(inside, start, offset), cut(inside, { start, end, offset }, { kind: 'git_state' }), ...rest];
}

const changeNotice =
  /^\s*Note: ([^\n]{1,4096}?) (?:changed on disk since you last read it|was modified, either by the user or by a linter)[^\n]*\(shown with line numbers\):\n/;

function changedFile(inside: string, offset: number): readonly Segment[] | undefined {
  const notice = changeNotice.exec(inside);
  if (!notice) return undefined;
  const facts = { kind: 'file', source: 'change_notice', path: factText(notice[1] ?? '') } as const;
  return linesOfFile(inside, { start: notice[0].length, end: withoutFinalBreak(inside), offset }, facts);
}

const selection = /^\s*The user selected the lines (\d{1,9}) to (\d{1,9}) from ([^\n]{1,4096}?):\n/;

function selectedLines(inside: string, offset: number): readonly Segment[] | undefined {
  const notice = selection.exec(inside);
  if (!notice) return undefined;
  const lines = [Number(notice[1]), Number(notice[2])] as const;
  const end = inside.indexOf('\n\nThis may or may not be related', notice[0].length);
  const bounds = { start: notice[0].length, end: end === -1 ? withoutFinalBreak(inside) : end, offset };
  return [cut(inside, bounds, { kind: 'file', source: 'selection', path: factText(notice[3] ?? ''), lines })];
}

const other: PieceFacts = { kind: 'other', form: 'system-reminder' };

type Bounds = { readonly start: number; readonly end: number; readonly offset: number };

function cut(inside: string, { start, end, offset }: Bounds, facts: PieceFacts): Segment {
  return { from: offset + start, to: offset + end, facts, basis: inside.slice(start, end) };
}

function linesOfFile(inside: string, bounds: Bounds, facts: PieceFacts): readonly Segment[] {
  const run = readNumberedLines(inside, bounds.start);
  // Snippets with gaps between them are not one run: then the stretch is taken as it stands.
  if (!run || run.end < bounds.end) return [cut(inside, bounds, facts)];
  const segment = cut(inside, bounds, { ...facts, lines: [run.firstLine, run.lastLine] });
  return [{ ...segment, basis: run.content }];
}

function preface(inside: string, end: number, offset: number): readonly Segment[] {
  return inside.slice(0, end).trim() === '' ? [] : [cut(inside, { start: 0, end, offset }, other)];
}

function withoutFinalBreak(inside: string): number {
  return inside.endsWith('\n') ? inside.length - 1 : inside.length;
}

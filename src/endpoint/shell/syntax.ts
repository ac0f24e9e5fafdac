import { Language, type Node, Parser } from 'web-tree-sitter';
import { readGrammarCode } from './grammar.ts';
import { hideZshWords } from './zsh-words.ts';

/** A node of a shell script's tree. Tokens (`then`, `&`, `;;`) are nodes whose `isNamed` is false. */
export type ShellNode = {
  readonly type: string;
  readonly text: string;
  readonly line: number;
  readonly isNamed: boolean;
  readonly field: string | undefined;
  readonly children: readonly ShellNode[];
};

/** The part of a script that a shell would run, and where its syntax breaks. */
export type Script = {
  readonly statements: readonly ShellNode[];
  /** The text from the first line that does not parse on; undefined when all does. */
  readonly broken?: { readonly text: string; readonly line: number; readonly isSurelyBroken: boolean };
  /** What follows a piece of zsh that the grammar does not know, and zsh may. */
  readonly rest?: Script;
};

/** Parses shell text. The same text gives the same script, parsed once. zsh has expansions of its own, and takes empty blocks. */
export type ShellSyntax = { readonly parse: (text: string, isZsh: boolean) => Script };

// A carriage return and a byte order mark are letters to a shell, but not to the grammar: they travel as private-use ones.
const carriageReturn = '\uE00D';
const byteOrderMark = '\uE0FE';
// Looking for the longest run of lines that parses costs a parse each: bounded in letters, not in lines.
const maxTriedLetters = 2_000_000;
const maxDepth = 200;
// Text that is no shell at all can make the parser's recovery very slow; a profile takes a few milliseconds.
const maxParseMs = 500;

let loading: Promise<Parser> | undefined;

/** Loads the grammar (13 ms) once a process: each load takes room in the parser's memory that is never given back. */
export async function loadShellSyntax(): Promise<ShellSyntax> {
  loading ??= loadParser();
  const parser = await loading;
  const scripts = new Map<string, Script>();
  return {
    parse: (text, isZsh) => {
      const key = `${isZsh}${text}`;
      const letters = asLetters(isZsh ? hideZshWords(text) : text);
      const script =
        scripts.get(key) ?? (isZsh ? parseZsh : parseScript)((piece) => parseWhole(parser, piece, isZsh), letters);
      scripts.set(key, script);
      return script;
    },
  };
}

async function loadParser(): Promise<Parser> {
  const { parser: wasmBinary, grammar } = await readGrammarCode();
  await Parser.init({ wasmBinary });
  const language = await Language.load(grammar);
  const parser = new Parser();
  parser.setLanguage(language);
  return parser;
}

function asLetters(text: string): string {
  return text.replaceAll('\r', carriageReturn).replace(/^\uFEFF/, byteOrderMark);
}

/** The text as the machine has it, of a piece that went through the grammar. */
export function fromLetters(text: string): string {
  return text.includes(carriageReturn) || text.includes(byteOrderMark)
    ? text.replaceAll(carriageReturn, '\r').replaceAll(byteOrderMark, '\uFEFF')
    : text;
}

function parseScript(parsePiece: (text: string) => Piece, text: string): Script {
  const whole = parsePiece(text);
  if (whole.statements) return { statements: whole.statements };
  // A shell runs what stands before its first syntax error: the longest run of lines that parses.
  const tries = Math.max(8, Math.floor(maxTriedLetters / Math.max(text.length, 1)));
  const { from, to } = whole.fault ?? { from: 0, to: text.length };
  const ends = [
    ...lineEnds(text)
      .filter((end) => end >= from && end <= to)
      .toReversed()
      .slice(0, tries),
    // A fault takes the line it is on with it.
    text.lastIndexOf('\n', from - 1) + 1,
  ];
  const until = performance.now() + maxParseMs;
  for (const end of ends) {
    if (performance.now() > until) break;
    const { statements } = parsePiece(text.slice(0, end));
    if (statements) return { statements, broken: brokenAt(text, end, whole.isCut) };
  }
  return { statements: [], broken: brokenAt(text, 0, whole.isCut) };
}

const maxPieces = 40;

/** zsh has forms that the grammar takes for faults: such a statement is stepped over, and what follows is read. */
function parseZsh(parsePiece: (text: string) => Piece, text: string, pieces = 0): Script {
  const whole = parsePiece(text);
  if (whole.statements) return { statements: whole.statements };
  const { from, to } = whole.fault ?? { from: 0, to: text.length };
  const next = text.indexOf('\n', to);
  const before = parsePiece(text.slice(0, from)).statements ?? [];
  const end = next === -1 || pieces >= maxPieces ? text.length : next + 1;
  const broken = { ...brokenAt(text, from, false), text: fromLetters(text.slice(from, end)) };
  if (end === text.length) return { statements: before, broken };
  // Blank lines in its place keep the lines of what follows.
  const skipped = '\n'.repeat(text.slice(0, end).split('\n').length - 1);
  return { statements: before, broken, rest: parseZsh(parsePiece, skipped + text.slice(end), pieces + 1) };
}

function brokenAt(text: string, end: number, isCut: boolean): NonNullable<Script['broken']> {
  const line = text.slice(0, end).split('\n').length;
  return { text: fromLetters(text.slice(end)), line, isSurelyBroken: isCut || text.includes(carriageReturn) };
}

function lineEnds(text: string): number[] {
  const ends: number[] = [0];
  for (let at = text.indexOf('\n'); at !== -1 && at < text.length - 1; at = text.indexOf('\n', at + 1))
    ends.push(at + 1);
  return ends;
}

type Piece = {
  readonly statements?: readonly ShellNode[];
  readonly isCut: boolean;
  /** The first statement that does not parse: what stands before it does, and nothing after it can. */
  readonly fault?: { readonly from: number; readonly to: number };
};

function parseWhole(parser: Parser, text: string, takesEmptyBlocks: boolean): Piece {
  const until = performance.now() + maxParseMs;
  const tree = parser.parse(text, null, { progressCallback: () => performance.now() > until });
  if (!tree) {
    parser.reset();
    return { isCut: false };
  }
  try {
    const root = tree.rootNode;
    if (root.hasError) {
      const broken = root.children.find((child) => child?.hasError === true);
      const fault = { from: broken?.startIndex ?? 0, to: broken?.endIndex ?? text.length };
      return { isCut: hasMissing(root, text.trimEnd().length), fault };
    }
    const statements = copyChildren(root, text, 0);
    return takesEmptyBlocks || !statements.some(isRefusedByBash) ? { statements, isCut: false } : { isCut: true };
  } finally {
    tree.delete();
  }
}

// Something is not closed by the end of the text: no shell would run it either.
function hasMissing(node: Node, end: number, depth = 0): boolean {
  if (node.isMissing) return node.startIndex >= end;
  return (
    depth < maxDepth && node.children.some((child) => child?.hasError === true && hasMissing(child, end, depth + 1))
  );
}

const isStatement = ({ isNamed, type }: ShellNode): boolean => isNamed && type !== 'comment';

const reserved = new Set(['fi', 'done', 'esac', 'then', 'do', 'else', 'elif', '}']);

function isReserved({ children }: ShellNode): boolean {
  const name = children.find(({ type }) => type !== 'variable_assignment');
  return name?.type === 'command_name' && reserved.has(name.text);
}

// The grammar takes `then fi`, `{ }` and a `fi` without its `if`; bash and its like stop there.
function isRefusedByBash(node: ShellNode): boolean {
  if (node.type === 'command' && isReserved(node)) return true;
  if (['do_group', 'subshell', 'else_clause'].includes(node.type) && !node.children.some(isStatement)) return true;
  if (node.type === 'compound_statement' && node.text.startsWith('{') && !node.children.some(isStatement)) return true;
  if (node.type === 'if_statement' || node.type === 'elif_clause') {
    const then = node.children.findIndex(({ type, isNamed }) => type === 'then' && !isNamed);
    const next = node.children
      .slice(then + 1)
      .find((child) => child.type !== 'comment' && child.type !== '\n' && child.type !== ';');
    if (!next || !next.isNamed || next.type === 'elif_clause' || next.type === 'else_clause') return true;
  }
  return node.children.some(isRefusedByBash);
}

function copyChildren(node: Node, text: string, depth: number): readonly ShellNode[] {
  if (depth > maxDepth || isWord(node.type)) return [];
  const copies: ShellNode[] = [];
  const cursor = node.walk();
  for (let more = cursor.gotoFirstChild(); more; more = cursor.gotoNextSibling()) {
    const child = cursor.currentNode;
    copies.push({
      type: child.type,
      text: text.slice(child.startIndex, child.endIndex),
      line: child.startPosition.row + 1,
      isNamed: child.isNamed,
      field: cursor.currentFieldName ?? undefined,
      children: copyChildren(child, text, depth + 1),
    });
  }
  cursor.delete();
  return copies;
}

// Words are read from their text by `expand.ts`: their inner nodes are not needed.
function isWord(type: string): boolean {
  return ['word', 'string', 'raw_string', 'concatenation', 'expansion', 'simple_expansion', 'comment'].includes(type);
}

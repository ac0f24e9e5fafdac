import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';

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
};

/** Parses shell text. The same text gives the same script, parsed once. */
export type ShellSyntax = { readonly parse: (text: string) => Script };

// A carriage return and a byte order mark are letters to a shell, but not to the grammar: they travel as private-use ones.
const carriageReturn = '\uE00D';
const byteOrderMark = '\uE0FE';
const maxPrefixes = 400;
const maxDepth = 200;

/** Loads the grammar (13 ms). */
export async function loadShellSyntax(): Promise<ShellSyntax> {
  const require = createRequire(import.meta.url);
  await Parser.init();
  const language = await Language.load(await readFile(require.resolve('tree-sitter-bash/tree-sitter-bash.wasm')));
  const parser = new Parser();
  parser.setLanguage(language);
  const scripts = new Map<string, Script>();
  return {
    parse: (text) => {
      const script = scripts.get(text) ?? parseScript(parser, asLetters(text));
      scripts.set(text, script);
      return script;
    },
  };
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

function parseScript(parser: Parser, text: string): Script {
  const whole = parseWhole(parser, text);
  if (whole.statements) return { statements: whole.statements };
  // A shell runs what stands before its first syntax error: the longest run of lines that parses.
  const ends = lineEnds(text).slice(-maxPrefixes).toReversed();
  for (const end of ends) {
    const { statements } = parseWhole(parser, text.slice(0, end));
    if (statements) return { statements, broken: brokenAt(text, end, whole.isCut) };
  }
  return { statements: [], broken: brokenAt(text, 0, whole.isCut) };
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

function parseWhole(parser: Parser, text: string): { statements?: readonly ShellNode[]; isCut: boolean } {
  const tree = parser.parse(text);
  if (!tree) return { isCut: false };
  try {
    const root = tree.rootNode;
    if (root.hasError) return { isCut: hasMissing(root, 0) };
    return { statements: copyChildren(root, text, 0), isCut: false };
  } finally {
    tree.delete();
  }
}

// Something never closed: no shell would run it either.
function hasMissing(node: Node, depth: number): boolean {
  if (node.isMissing) return true;
  return depth < maxDepth && node.children.some((child) => child?.hasError === true && hasMissing(child, depth + 1));
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

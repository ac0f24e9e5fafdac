import { findNodeAtLocation, getNodeValue, type Node, parseTree } from 'jsonc-parser';
import type { RootedFiles } from './rooted-files.ts';
import { decodeWindowsText } from './registry.ts';

/** A parsed JSON text with the lines of its parts. */
export type JsonText = {
  readonly value: unknown;
  /** The node at a path of keys: the last one where a key stands twice. */
  readonly find: (path: readonly string[]) => Node | undefined;
  readonly lineOf: (node: Node) => number;
};

/** Reads JSON with comments and trailing commas, as editors do; undefined when absent, unreadable or not an object. */
export function parseJsonc(files: RootedFiles, path: string): JsonText | undefined {
  const reading = files.read(path);
  if (reading.kind !== 'read') return undefined;
  return jsonTree(decodeWindowsText(reading.bytes), { isStrict: false });
}

/**
 * Parses JSON text whose top is an object; undefined when it is not one. Strict JSON allows neither comments nor
 * trailing commas. A byte order mark is passed over.
 */
export function jsonTree(text: string, { isStrict }: { readonly isStrict: boolean }): JsonText | undefined {
  const bare = text.replace(/^\uFEFF/, '');
  if (isStrict && !isJson(bare)) return undefined;
  const tree = isShallow(bare) ? parseTree(bare, [], { allowTrailingComma: true }) : undefined;
  if (tree?.type !== 'object') return undefined;
  const lines = lineStarts(bare);
  const first = tree;
  return {
    value: getNodeValue(tree),
    find: (path) => findLast(first, path),
    lineOf: (node) => lineAt(lines, node.offset),
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // The answer is the point: whether the client's parser takes it.
    return false;
  }
}

const maxDepth = 200;

// The tree is built by recursion: text made to break it is refused before.
function isShallow(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '{' || letter === '[') depth += 1;
    if (letter === '}' || letter === ']') depth -= 1;
    if (depth > maxDepth) return false;
  }
  return true;
}

function findLast(tree: Node, path: readonly string[]): Node | undefined {
  let node: Node | undefined = tree;
  for (const key of path) {
    const property: Node | undefined =
      node?.type === 'object' ? node.children?.findLast((child) => child.children?.[0]?.value === key) : undefined;
    node = property?.children?.[1] ?? (node?.type === 'array' ? findNodeAtLocation(node, [Number(key)]) : undefined);
  }
  return node;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  const next = starts.findIndex((start) => start > offset);
  return next === -1 ? starts.length : next;
}

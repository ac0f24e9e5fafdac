import { isDeepStrictEqual } from 'node:util';
import { applyEdits, type FormattingOptions, getNodeValue, modify, type Node, parseTree } from 'jsonc-parser';
import { isRecord } from '../claude/settings-document.ts';

type Values = Readonly<Record<string, unknown>>;
type Path = readonly string[];

/** Something of ours in a file: a value at a path of keys, or one entry of a list there. */
export type Part = { readonly path: Path; readonly value: unknown; readonly isEntry: boolean };

/** Another's value where ours belongs, or text that the program which reads the file refuses. */
export type Contradiction = { readonly path: Path; readonly kind: 'value' | 'text' };

export type Merged = {
  readonly text: string;
  readonly wrote: readonly Part[];
  /** What stood against it: still there, unless it was to be removed. */
  readonly contradictions: readonly Contradiction[];
};

export type MergeOptions = {
  /** Whether another's value gives way to ours. */
  readonly removes: boolean;
  /** Whether the program that reads the file takes neither comments nor trailing commas. */
  readonly isStrict: boolean;
};

/**
 * Puts values into a text of JSON and leaves all else in it as it is: other keys, comments, order, line ends. Lists grow by
 * what they lack. A text that its program refuses is left alone, or written anew with the keys that can be read in it.
 */
export function mergeSettings(text: string, wanted: Values, { removes, isStrict }: MergeOptions): Merged {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const bare = text.slice(mark.length);
  if (bare.trim() === '')
    return { text: `${JSON.stringify(wanted, undefined, 2)}\n`, wrote: leavesOf(wanted), contradictions: [] };
  const isBroken = !isTaken(bare, isStrict);
  if (isBroken && !removes) return { text, wrote: [], contradictions: [{ path: [], kind: 'text' }] };
  const base = isBroken ? `${JSON.stringify(readable(bare), undefined, 2)}\n` : bare;
  const merging = new Merging(base, removes);
  merging.put([], wanted);
  const broken: readonly Contradiction[] = isBroken ? [{ path: [], kind: 'text' }] : [];
  return {
    text: (isBroken ? '' : mark) + merging.text,
    wrote: merging.wrote,
    contradictions: [...broken, ...merging.contradictions],
  };
}

/** Takes out what is still as we wrote it; what somebody has changed since is theirs. */
export function withoutParts(text: string, parts: readonly Part[]): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  let rest = text.slice(mark.length);
  for (const { path, value, isEntry } of parts) {
    const found = valueAtPath(rest, path);
    if (!isEntry && isDeepStrictEqual(found, value)) rest = withoutEmptied(edited(rest, path, undefined), path);
    else if (isEntry && Array.isArray(found)) {
      const kept = found.filter((each) => !isDeepStrictEqual(each, value));
      rest = kept.length > 0 ? edited(rest, path, kept) : withoutEmptied(edited(rest, path, undefined), path);
    }
  }
  return mark + rest;
}

/** Takes keys out of a text of JSON; the text itself where none of them is there. */
export function withoutKeys(text: string, paths: readonly Path[]): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const bare = text.slice(mark.length);
  const present = paths.filter((path) => valueAtPath(bare, path) !== undefined);
  return mark + present.reduce((rest, path) => edited(rest, path, undefined), bare);
}

class Merging {
  text: string;
  readonly wrote: Part[] = [];
  readonly contradictions: Contradiction[] = [];
  readonly #removes: boolean;

  constructor(text: string, removes: boolean) {
    this.text = text;
    this.#removes = removes;
  }

  put(path: Path, wanted: unknown): void {
    const found = valueAtPath(this.text, path);
    if (isDeepStrictEqual(found, wanted)) return;
    if (isRecord(wanted) && (found === undefined || isRecord(found))) {
      if (found === undefined && Object.keys(wanted).length > 0) return this.#set(path, wanted, leavesOf(wanted, path));
      for (const [key, value] of Object.entries(wanted)) this.put([...path, key], value);
      return;
    }
    if (Array.isArray(wanted) && Array.isArray(found)) return this.#extend(path, found, wanted);
    if (found === undefined) return this.#set(path, wanted, [{ path, value: wanted, isEntry: false }]);
    this.contradictions.push({ path, kind: 'value' });
    if (this.#removes) this.#set(path, wanted, leavesOf(wanted, path));
  }

  #extend(path: Path, found: readonly unknown[], wanted: readonly unknown[]): void {
    const lacking = wanted.filter((each) => !found.some((one) => isDeepStrictEqual(one, each)));
    if (lacking.length === 0) return;
    this.text = edited(this.text, path, [...found, ...lacking]);
    this.wrote.push(...lacking.map((value): Part => ({ path, value, isEntry: true })));
  }

  #set(path: Path, value: unknown, parts: readonly Part[]): void {
    this.text = edited(this.text, path, value);
    this.wrote.push(...parts);
  }
}

function leavesOf(value: unknown, path: Path = []): readonly Part[] {
  if (!isRecord(value) || Object.keys(value).length === 0) return [{ path, value, isEntry: false }];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

// A key that stands twice is read by its last value, which an edit of the first would not change: such a text is written anew.
function isTaken(text: string, isStrict: boolean): boolean {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  if (tree?.type !== 'object' || hasTwice(tree)) return false;
  if (!isStrict) return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    // The answer is the point: whether the program's parser takes it.
    return false;
  }
}

function hasTwice(node: Node): boolean {
  const children = node.children ?? [];
  const keys = node.type === 'object' ? children.map((child) => String(child.children?.[0]?.value)) : [];
  return new Set(keys).size < keys.length || children.some(hasTwice);
}

function readable(text: string): unknown {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  return tree?.type === 'object' ? getNodeValue(tree) : {};
}

function valueAtPath(text: string, path: Path): unknown {
  let node = parseTree(text, [], { allowTrailingComma: true });
  for (const key of path)
    node =
      node?.type === 'object'
        ? node.children?.find((child) => child.children?.[0]?.value === key)?.children?.[1]
        : undefined;
  return node && plain(getNodeValue(node));
}

// The parser's objects have no prototype, and are equal to no other for that.
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)])) : value;
}

function edited(text: string, path: Path, value: unknown): string {
  return applyEdits(text, modify(text, [...path], value, { formattingOptions: formattingOf(text) }));
}

// A group that held nothing but ours goes with it.
function withoutEmptied(text: string, path: Path): string {
  const parent = path.slice(0, -1);
  if (parent.length === 0 || !isDeepStrictEqual(valueAtPath(text, parent), {})) return text;
  return withoutEmptied(edited(text, parent, undefined), parent);
}

function formattingOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

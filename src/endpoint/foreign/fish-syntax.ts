/** A fish statement: a command, or a block with what stands in it. */
export type FishNode =
  | FishCommand
  | { readonly kind: 'if'; readonly branches: readonly FishBranch[]; readonly line: number }
  | { readonly kind: 'switch'; readonly word: string; readonly cases: readonly FishCase[]; readonly line: number }
  | {
      readonly kind: 'for' | 'while' | 'begin' | 'function';
      readonly words: readonly string[];
      readonly body: readonly FishNode[];
      readonly line: number;
    };

/** `isApart`: sent to the background, so that nothing of it comes back. */
export type FishCommand = Line & { readonly kind: 'command' };

export type FishBranch = { readonly condition: readonly FishNode[]; readonly body: readonly FishNode[] };
export type FishCase = { readonly patterns: readonly string[]; readonly body: readonly FishNode[] };

type Line = {
  readonly words: readonly string[];
  readonly line: number;
  readonly isApart: boolean;
  /** The words before the pipe whose end this is. */
  readonly from?: readonly string[] | undefined;
};

/** Reads fish text. What is never closed ends with the text. No grammar of fish for this parser's host is on npm. */
export function parseFish(text: string): readonly FishNode[] {
  return new FishParser(splitCommands(text)).block([]).nodes;
}

const maxDepth = 100;

class FishParser {
  #at = 0;
  #depth = 0;
  readonly #lines: readonly Line[];

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  /** Statements up to one of `ends`, which is taken too. */
  block(ends: readonly string[]): { nodes: readonly FishNode[]; end: Line | undefined } {
    const nodes: FishNode[] = [];
    this.#depth += 1;
    for (let line = this.#next(); line; line = this.#next()) {
      const first = line.words[0] ?? '';
      if (ends.includes(first)) {
        this.#depth -= 1;
        return { nodes, end: line };
      }
      nodes.push(this.#depth > maxDepth ? { kind: 'command', ...line } : this.#statement(first, line));
    }
    this.#depth -= 1;
    return { nodes, end: undefined };
  }

  #next(): Line | undefined {
    const line = this.#lines[this.#at];
    this.#at += 1;
    return line;
  }

  #statement(first: string, line: Line): FishNode {
    if (first === 'if') return this.#if(line);
    if (first === 'switch') return this.#switch(line);
    if (first === 'for' || first === 'while' || first === 'begin' || first === 'function') {
      const { nodes } = this.block(['end']);
      return { kind: first, words: line.words.slice(1), body: nodes, line: line.line };
    }
    return { kind: 'command', ...line };
  }

  #if(line: Line): FishNode {
    const branches: FishBranch[] = [];
    let condition: readonly FishNode[] = [{ kind: 'command', ...line, words: line.words.slice(1) }];
    for (;;) {
      const { nodes, end } = this.block(['else', 'end']);
      // `if a; and b`: what goes on the condition stands first in the body.
      const more = nodes.findIndex((node) => !(node.kind === 'command' && /^(?:and|or)$/.test(node.words[0] ?? '')));
      const cut = more === -1 ? nodes.length : more;
      branches.push({
        condition: condition.length > 0 ? [...condition, ...nodes.slice(0, cut)] : [],
        body: nodes.slice(condition.length > 0 ? cut : 0),
      });
      if (end?.words[0] !== 'else') return { kind: 'if', branches, line: line.line };
      condition = end.words[1] === 'if' ? [{ kind: 'command', ...end, words: end.words.slice(2) }] : [];
    }
  }

  #switch(line: Line): FishNode {
    const cases: FishCase[] = [];
    let { end } = this.block(['case', 'end']);
    while (end?.words[0] === 'case') {
      const patterns = end.words.slice(1);
      const inner = this.block(['case', 'end']);
      cases.push({ patterns, body: inner.nodes });
      end = inner.end;
    }
    return { kind: 'switch', word: line.words[1] ?? '', cases, line: line.line };
  }
}

/** Commands of a text, split at line ends, `;`, `&&`, `||`, `|` and `&`. `&&` becomes a command that begins with `and`. */
function splitCommands(text: string): readonly Line[] {
  const lines: Line[] = [];
  const scan = { at: 0, line: 1, words: [] as string[], start: 1, from: undefined as string[] | undefined };
  const end = (isApart: boolean): void => {
    if (scan.words.length > 0) lines.push({ words: scan.words, line: scan.start, isApart, from: scan.from });
    scan.words = [];
    scan.from = undefined;
  };
  while (scan.at < text.length) {
    const rest = text.slice(scan.at, scan.at + 2);
    const letter = rest[0] ?? '';
    if (letter === '#') {
      while (scan.at < text.length && text[scan.at] !== '\n') scan.at += 1;
    } else if (rest === '\\\n') {
      scan.at += 2;
      scan.line += 1;
    } else if (letter === '\n' || letter === ';') {
      end(false);
      if (letter === '\n') scan.line += 1;
      scan.at += 1;
    } else if (rest === '&&' || rest === '||') {
      end(false);
      scan.words = [rest === '&&' ? 'and' : 'or'];
      scan.start = scan.line;
      scan.at += 2;
    } else if (letter === '|' || letter === '&') {
      // fish runs builtins of a pipeline itself, but not those sent to the background.
      const piped = letter === '|' ? scan.words : undefined;
      end(letter === '&');
      scan.from = piped;
      scan.at += 1;
    } else if (/\s/.test(letter)) scan.at += 1;
    else takeWord(text, scan);
  }
  end(false);
  return lines;
}

function takeWord(text: string, scan: { at: number; line: number; words: string[]; start: number }): void {
  if (scan.words.length === 0) scan.start = scan.line;
  const from = scan.at;
  let depth = 0;
  while (scan.at < text.length) {
    const letter = text[scan.at] ?? '';
    if (depth === 0 && /[\s;|&]/.test(letter)) break;
    if (letter === '\n') scan.line += 1;
    if (letter === '(') depth += 1;
    if (letter === ')') depth = Math.max(depth - 1, 0);
    if (letter === '\\') scan.at += 1;
    else if (letter === "'" || letter === '"') {
      const close = endOfQuote(text, scan.at, letter);
      scan.line += text.slice(scan.at, close).split('\n').length - 1;
      scan.at = close;
    }
    scan.at += 1;
  }
  scan.words.push(text.slice(from, scan.at));
}

function endOfQuote(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) return at;
  }
  return text.length;
}

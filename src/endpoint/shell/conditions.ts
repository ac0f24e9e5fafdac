import { isNonEmpty, type Text } from '../environment/bound.ts';
import { expandPattern, expandText, expandWords } from './expand.ts';
import { splitWords } from './lex.ts';
import type { ShellStart } from './run.ts';
import { not, type ShellState, type Tri } from './state.ts';
import type { WordContext } from './word-context.ts';

export type TestContext = {
  readonly state: ShellState;
  readonly start: ShellStart;
  readonly words: WordContext;
  /** Resolves a path against where the shell stands. */
  readonly pathOf: (text: string) => string;
};

/** An operand: its value, and how it reads as a pattern. */
type Operand = { readonly raw: string; readonly text: Text };

// A test that a person wrote is short; a long one would only take the stack.
const maxOperands = 200;
const maxTestLength = 4_000;

/** The answer of `[ … ]` or `test …`, given the words between. */
export function evaluateTest(raw: readonly string[], context: TestContext): Tri {
  if (raw.length > maxOperands) return 'unknown';
  const operands: Operand[] = [];
  for (const word of raw) {
    const texts = expandWords(word, context.words);
    if (!texts) return 'unknown';
    for (const text of texts) operands.push({ raw: text.kind === 'known' ? quoted(text.text) : word, text });
  }
  return new Test(operands, context, { and: '-a', or: '-o' }).answer();
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The answer of `[[ … ]]`, given the text between. */
export function evaluateDoubleTest(text: string, context: TestContext): Tri {
  if (text.length > maxTestLength) return 'unknown';
  const spaced = text
    .replaceAll(/(^|\s)(!|\()(?=[^\s=])/g, '$1$2 ')
    .replaceAll(/\)(?=\s|$)/g, (sign, at: number) => (text.slice(0, at).includes('$(') ? sign : ' )'));
  const operands = splitWords(spaced).map((raw) => ({ raw, text: expandText(raw, context.words) }));
  return new Test(operands, context, { and: '&&', or: '||' }).answer();
}

class Test {
  #at = 0;
  readonly #operands: readonly Operand[];
  readonly #context: TestContext;
  readonly #signs: { readonly and: string; readonly or: string };

  constructor(operands: readonly Operand[], context: TestContext, signs: { and: string; or: string }) {
    this.#operands = operands;
    this.#context = context;
    this.#signs = signs;
  }

  answer(): Tri {
    if (this.#operands.length === 0) return 'no';
    const answer = this.#either();
    return this.#at < this.#operands.length ? 'unknown' : answer;
  }

  #either(): Tri {
    let answer = this.#both();
    while (this.#accept(this.#signs.or)) {
      const next = this.#both();
      answer = answer === 'yes' || next === 'yes' ? 'yes' : answer === 'no' ? next : next === 'no' ? answer : 'unknown';
    }
    return answer;
  }

  #both(): Tri {
    let answer = this.#one();
    while (this.#accept(this.#signs.and)) {
      const next = this.#one();
      answer = answer === 'no' || next === 'no' ? 'no' : answer === 'yes' ? next : next === 'yes' ? answer : 'unknown';
    }
    return answer;
  }

  #one(): Tri {
    const left = this.#operands.length - this.#at;
    const [first, second, third] = this.#operands.slice(this.#at, this.#at + 3);
    if (!first) return 'unknown';
    if (left >= 3 && second && third && isBinary(second.raw, second.text)) {
      this.#at += 3;
      return this.#binary(textOf(second), [first, third]);
    }
    if (isSign(first, '!') && left > 1) {
      this.#at += 1;
      return not(this.#one());
    }
    if (isSign(first, '(') && left > 2) {
      this.#at += 1;
      const answer = this.#either();
      return this.#accept(')') ? answer : 'unknown';
    }
    if (second && /^-[a-zA-Z]$/.test(textOf(first))) {
      this.#at += 2;
      return this.#unary(textOf(first), second);
    }
    this.#at += 1;
    return emptiness(first.text);
  }

  #accept(sign: string): boolean {
    const next = this.#operands[this.#at];
    const isThere = next !== undefined && isSign(next, sign);
    if (isThere) this.#at += 1;
    return isThere;
  }

  #unary(sign: string, operand: Operand): Tri {
    if (sign === '-n') return emptiness(operand.text);
    if (sign === '-z') return not(emptiness(operand.text));
    if (operand.text.kind !== 'known') return 'unknown';
    const { text } = operand.text;
    if (sign === '-v') return standsFor(this.#context.words.find(text).kind);
    if (sign === '-t') return this.#context.start.isInteractive ? 'yes' : 'no';
    if (sign === '-o') return this.#option(text);
    return testFile(sign, this.#context.pathOf(text), this.#context.start);
  }

  #option(name: string): Tri {
    const { isInteractive, isLogin, dialect } = this.#context.start;
    // bash has no such options, and says no.
    if (dialect === 'bash') return name === 'interactive' || name === 'login' ? 'no' : 'unknown';
    if (name === 'interactive') return isInteractive ? 'yes' : 'no';
    if (name === 'login' || name === 'login_shell') return isLogin ? 'yes' : 'no';
    return 'unknown';
  }

  #binary(sign: string, [left, right]: readonly [Operand, Operand]): Tri {
    if (left.text.kind !== 'known') return sameTexts(sign, left.text, right.text);
    const { text } = left.text;
    if (sign === '=~') return matches(text, right.text);
    if (sign === '=' || sign === '==' || sign === '!=') {
      const pattern = expandPattern(right.raw, this.#context.words);
      if (!pattern) return 'unknown';
      const isSame = pattern.test(text);
      return isSame === (sign !== '!=') ? 'yes' : 'no';
    }
    if (right.text.kind !== 'known' || !/^-?\d+$/.test(text) || !/^-?\d+$/.test(right.text.text)) return 'unknown';
    return compare(sign, Number(text), Number(right.text.text));
  }
}

// An empty text is never equal to one that cannot be empty.
function sameTexts(sign: string, left: Text, right: Text): Tri {
  const areDifferent = right.kind === 'known' && right.text === '' && isNonEmpty(left);
  if (!areDifferent) return 'unknown';
  if (sign === '!=') return 'yes';
  return sign === '=' || sign === '==' ? 'no' : 'unknown';
}

function isSign(operand: Operand, sign: string): boolean {
  return operand.raw === sign || operand.raw === quoted(sign);
}

const textOf = ({ raw, text }: Operand): string => (text.kind === 'known' ? text.text : raw);

function isBinary(raw: string, text: Text): boolean {
  const sign = text.kind === 'known' ? text.text : raw;
  return /^(?:==?|!=|=~|[<>]|-(?:eq|ne|lt|le|gt|ge|nt|ot|ef))$/.test(sign);
}

function emptiness(text: Text): Tri {
  if (isNonEmpty(text)) return 'yes';
  return text.kind === 'known' ? 'no' : 'unknown';
}

const standsFor = (kind: 'set' | 'unset' | 'unknown'): Tri =>
  kind === 'set' ? 'yes' : kind === 'unset' ? 'no' : 'unknown';

// Only plain letters and anchors: a foreign expression could run for ever.
function matches(text: string, pattern: Text): Tri {
  if (pattern.kind !== 'known' || !/^\^?[\w/ .-]*\$?$/.test(pattern.text)) return 'unknown';
  return new RegExp(pattern.text).test(text) ? 'yes' : 'no';
}

function compare(sign: string, left: number, right: number): Tri {
  const answers: Readonly<Record<string, boolean>> = {
    '-eq': left === right,
    '-ne': left !== right,
    '-lt': left < right,
    '-le': left <= right,
    '-gt': left > right,
    '-ge': left >= right,
  };
  const answer = answers[sign];
  return answer === undefined ? 'unknown' : answer ? 'yes' : 'no';
}

/** What stands at a path, asked as `test` asks. */
export function testFile(sign: string, path: string, start: ShellStart): Tri {
  const entry = start.files.entry(path);
  if (!entry) return isSurelyAbsent(path, start) ? 'no' : 'unknown';
  const answers: Readonly<Record<string, boolean | undefined>> = {
    '-e': true,
    '-a': true,
    '-f': entry.kind === 'file',
    '-d': entry.kind === 'folder',
    '-s': entry.bytes > 0,
    '-r': start.canRead(entry),
    '-x': entry.kind === 'folder' || (entry.mode & 0o111) !== 0,
    '-L': entry.links.includes(path),
    '-h': entry.links.includes(path),
  };
  const answer = answers[sign];
  return answer === undefined ? 'unknown' : answer ? 'yes' : 'no';
}

// A copy often holds `etc` and homes only: of what lies elsewhere it says nothing.
function isSurelyAbsent(path: string, { files, isWholeMachine }: ShellStart): boolean {
  if (isWholeMachine) return true;
  const top = path.split('/')[1] ?? '';
  const holdsPrograms = [
    'usr',
    'bin',
    'sbin',
    'lib',
    'opt',
    'snap',
    'nix',
    'proc',
    'sys',
    'dev',
    'run',
    'tmp',
    'var',
    'mnt',
  ];
  return !holdsPrograms.includes(top) || files.isFolder(`/${top}`);
}

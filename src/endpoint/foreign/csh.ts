import { dynamic, isNonEmpty, known, type Place, type Text } from '../environment/bound.ts';
import { normalised } from '../machine/rooted-files.ts';
import { testFile } from '../shell/conditions.ts';
import { expandText } from '../shell/expand.ts';
import { splitWords } from '../shell/lex.ts';
import { readFileInShell } from '../shell/read-script.ts';
import type { ShellStart } from '../shell/run.ts';
import { joinStates, not, type ShellState, type Tri } from '../shell/state.ts';
import type { WordContext } from '../shell/word-context.ts';
import { type CshLine, cshLines, splitCondition } from './csh-lines.ts';

const maxDepth = 12;
const maxSteps = 20_000;
// Longer ones are made to be slow.
const maxLineLength = 8_000;
const maxConditionLength = 1_000;

/** What csh would be after a file; undefined when `exit` or `logout` ends the shell. */
export function runCshFile(start: ShellStart, path: string, state: ShellState): ShellState | undefined {
  return new CshRun(start, { file: path, depth: 0, budget: { steps: 0 } }).sourced(path, state);
}

type Where = { readonly file: string; readonly depth: number; readonly budget: { steps: number } };

class CshRun {
  readonly #start: ShellStart;
  readonly #where: Where;

  constructor(start: ShellStart, where: Where) {
    this.#start = start;
    this.#where = where;
  }

  /** `exit` in a sourced file ends that file, as in tcsh. */
  sourced(path: string, state: ShellState): ShellState | undefined {
    const file = readFileInShell(path, this.#start);
    if (file.kind === 'none') {
      state.status = 'no';
      return state;
    }
    if (file.kind === 'fault' || this.#where.depth >= maxDepth) {
      state.doubtAll({ at: { file: path, line: 1 }, doubt: file.kind === 'fault' ? file.doubt : 'too_deep' });
      return state;
    }
    const run = new CshRun(this.#start, { file: path, depth: this.#where.depth + 1, budget: this.#where.budget });
    const ended: ShellState[] = [];
    const end = run.#lines(cshLines(file.text), state, ended);
    return joinStates(end ? [end, ...ended] : ended);
  }

  #lines(lines: readonly CshLine[], state: ShellState, ended: ShellState[]): ShellState | undefined {
    let now: ShellState | undefined = state;
    for (let index = 0; index < lines.length && now; index += 1) {
      const line = lines[index];
      if (!line) break;
      this.#where.budget.steps += 1;
      if (this.#where.budget.steps > maxSteps) {
        now.doubtAll({ at: { file: this.#where.file, line: line.line }, doubt: 'too_deep' });
        return now;
      }
      const block = blockAt(lines, index);
      now = block ? this.#block(block, now, ended) : this.#line(line, now, ended);
      if (block) index = block.end;
    }
    return now;
  }

  #block(block: Block, state: ShellState, ended: ShellState[]): ShellState | undefined {
    if (block.kind === 'loop') {
      const once = this.#lines(block.branches[0]?.body ?? [], state.copy(), ended);
      return joinStates(once ? [state, once] : [state]);
    }
    if (block.kind === 'switch') {
      // Which case is taken is not followed: what any of them does is uncertain.
      const ways = block.branches.map(({ body }) => this.#lines(body, state.copy(), ended));
      return joinStates([state, ...ways.filter((way) => way !== undefined)]);
    }
    return this.#branches(block.branches, state, ended);
  }

  #branches([branch, ...others]: readonly Branch[], state: ShellState, ended: ShellState[]): ShellState | undefined {
    if (!branch) return state;
    const answer = branch.condition === undefined ? 'yes' : this.#condition(branch.condition, state);
    if (answer === 'yes') return this.#lines(branch.body, state, ended);
    if (answer === 'no') return this.#branches(others, state, ended);
    const ways = [this.#lines(branch.body, state.copy(), ended), this.#branches(others, state, ended)];
    return joinStates(ways.filter((way) => way !== undefined));
  }

  #line(line: CshLine, state: ShellState, ended: ShellState[]): ShellState | undefined {
    if (line.text.length > maxLineLength) {
      state.doubtAll({ at: { file: this.#where.file, line: line.line }, doubt: 'too_large' });
      return state;
    }
    const single = splitCondition(line.text);
    if (single) {
      const answer = this.#condition(single.condition, state);
      if (answer === 'no') return state;
      const way = this.#line({ ...line, text: single.rest }, answer === 'yes' ? state : state.copy(), ended);
      return answer === 'yes' ? way : joinStates(way ? [state, way] : [state]);
    }
    const parts = /^(.*?\S)\s*(&&|\|\|)\s*(.*)$/.exec(line.text);
    if (parts) {
      const first = this.#line({ ...line, text: parts[1] ?? '' }, state, ended);
      if (!first) return undefined;
      const goes = parts[2] === '&&' ? first.status : not(first.status);
      if (goes === 'no') return first;
      const way = this.#line({ ...line, text: parts[3] ?? '' }, goes === 'yes' ? first : first.copy(), ended);
      return goes === 'yes' ? way : joinStates(way ? [first, way] : [first]);
    }
    return this.#command(splitWords(line.text), { state, at: { file: this.#where.file, line: line.line }, ended });
  }

  #command(
    written: readonly string[],
    { state, at, ended }: { state: ShellState; at: Place; ended: ShellState[] },
  ): ShellState | undefined {
    const [name = '', ...words] = written;
    const texts = words.map((word) => this.#text(word, state));
    state.status = 'yes';
    if (name === 'exit' || name === 'logout') {
      ended.push(state);
      return undefined;
    }
    if (name === 'setenv' && texts[0]) this.#setenv(texts, state, at);
    else if (name === 'unsetenv') for (const text of texts) this.#unset(text, state, at);
    else if (name === 'source') return this.#source(texts, state, at);
    else if (name === 'eval') state.doubtAll({ at, doubt: 'dynamic_source' });
    else state.status = name === 'set' || name === 'alias' || name === 'setenv' ? 'yes' : 'unknown';
    return state;
  }

  #setenv([name, value]: readonly Text[], state: ShellState, at: Place): void {
    if (name?.kind !== 'known') state.doubtAll({ at, doubt: 'dynamic_source' });
    // `setenv NAME=1` names a variable that no program asks for.
    else if (/^[A-Za-z_]\w*$/.test(name.text)) state.assign(name.text, value ?? known(''), { at, isExported: true });
  }

  #unset(text: Text, state: ShellState, at: Place): void {
    if (text.kind === 'known')
      for (const name of text.text === '*' ? state.variables.keys() : [text.text]) state.unset(name, at);
    else state.doubtAll({ at, doubt: 'dynamic_source' });
  }

  #source(texts: readonly Text[], state: ShellState, at: Place): ShellState | undefined {
    const path = texts.find((text) => text.kind === 'dynamic' || text.text !== '-h');
    if (path?.kind !== 'known') {
      state.doubtAll({ at, doubt: 'dynamic_source' });
      return state;
    }
    return this.sourced(this.#path(path.text), state);
  }

  #path(text: string): string {
    return normalised(text.startsWith('/') ? text : `${this.#start.home}/${text}`);
  }

  #text(word: string, state: ShellState): Text {
    const context: WordContext = {
      find: (name) => {
        const bound = state.get(name === 'user' ? 'USER' : name === 'home' ? 'HOME' : name);
        if (bound.kind === 'set') return { kind: 'set', text: bound.text };
        return bound.kind === 'unset' ? { kind: 'unset' } : { kind: 'unknown', text: dynamic() };
      },
      assign: () => undefined,
      substitute: () => dynamic(),
      homeOf: (user) => (user === '' ? this.#start.home : this.#start.homeOf(user)),
      glob: () => undefined,
      splitsWords: false,
    };
    return expandText(word, context);
  }

  #condition(text: string, state: ShellState): Tri {
    if (text.length > maxConditionLength) return 'unknown';
    const trimmed = text.trim();
    const sign = /^!\s*(.*)$/s.exec(trimmed);
    if (sign) return not(this.#condition((sign[1] ?? '').replace(/^\((.*)\)$/s, '$1'), state));
    const both = /^(.*?)\s*(&&|\|\|)\s*(.*)$/s.exec(trimmed);
    if (both)
      return combine(this.#condition(both[1] ?? '', state), both[2] ?? '', this.#condition(both[3] ?? '', state));
    const asked = /^\$\?\{?(\w+)\}?$/.exec(trimmed);
    if (asked) return this.#isSet(asked[1] ?? '', state);
    const file = /^-([edfrwxoz])\s+(.*)$/.exec(trimmed);
    if (file) {
      const path = this.#text((file[2] ?? '').trim(), state);
      return path.kind === 'known' ? testFile(`-${file[1]}`, this.#path(path.text), this.#start) : 'unknown';
    }
    const same = /^(\S+)\s*(==|!=)\s*(\S*)$/.exec(trimmed);
    if (same) return compare(this.#text(same[1] ?? '', state), same[2] ?? '', this.#text(same[3] ?? '', state));
    return 'unknown';
  }

  #isSet(name: string, state: ShellState): Tri {
    if (name === 'prompt' || name === 'interactive') return this.#start.isInteractive ? 'yes' : 'no';
    if (name === 'loginsh') return this.#start.isLogin ? 'yes' : 'no';
    const { kind } = state.get(name);
    return kind === 'set' ? 'yes' : kind === 'unset' ? 'no' : 'unknown';
  }
}

function combine(one: Tri, sign: string, other: Tri): Tri {
  if (sign === '&&')
    return one === 'no' || other === 'no' ? 'no' : one === 'yes' && other === 'yes' ? 'yes' : 'unknown';
  return one === 'yes' || other === 'yes' ? 'yes' : one === 'no' && other === 'no' ? 'no' : 'unknown';
}

function compare(left: Text, sign: string, right: Text): Tri {
  if (left.kind === 'dynamic' || right.kind === 'dynamic') {
    const differ =
      (isNonEmpty(left) && right.kind === 'known' && right.text === '') ||
      (isNonEmpty(right) && left.kind === 'known' && left.text === '');
    return differ ? (sign === '!=' ? 'yes' : 'no') : 'unknown';
  }
  return (left.text === right.text) === (sign === '==') ? 'yes' : 'no';
}

type Branch = { readonly condition: string | undefined; readonly body: readonly CshLine[] };
type Block = { readonly kind: 'if' | 'loop' | 'switch'; readonly branches: readonly Branch[]; readonly end: number };

/** The block that begins at a line: `if (…) then`, `foreach`, `while`, `switch`. */
function blockAt(lines: readonly CshLine[], from: number): Block | undefined {
  const text = lines[from]?.text ?? '';
  const kind = /^if\b.*\bthen$/s.test(text)
    ? 'if'
    : /^(?:foreach|while)\b/.test(text)
      ? 'loop'
      : /^switch\b/.test(text)
        ? 'switch'
        : undefined;
  if (!kind) return undefined;
  const branches: { condition: string | undefined; body: CshLine[] }[] = [
    { condition: splitCondition(text)?.condition, body: [] },
  ];
  let depth = 0;
  for (let index = from + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) break;
    const isEnd = /^(?:endif|end|endsw)$/.test(line.text);
    if (isEnd && depth === 0) return { kind, branches, end: index };
    const starts = depth === 0 && branchStart(line.text, kind);
    if (starts) {
      branches.push({ condition: starts.condition, body: [] });
      continue;
    }
    if (isEnd) depth -= 1;
    if (/^if\b.*\bthen$|^(?:foreach|while|switch)\b/s.test(line.text)) depth += 1;
    branches.at(-1)?.body.push(line);
  }
  return { kind, branches, end: lines.length };
}

function branchStart(text: string, kind: Block['kind']): { condition: string | undefined } | undefined {
  if (kind === 'switch') return /^(?:case\b.*|default\s*):?$/.test(text) ? { condition: undefined } : undefined;
  if (kind === 'if' && /^else\b/.test(text))
    return { condition: splitCondition(text.replace(/^else\s*/, ''))?.condition };
  return undefined;
}

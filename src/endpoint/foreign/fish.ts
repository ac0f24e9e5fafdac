import { known, type Place, type Text } from '../environment/bound.ts';
import { normalised } from '../machine/rooted-files.ts';
import { testFile } from '../shell/conditions.ts';
import { globFiles } from '../shell/glob.ts';
import { harmlessMakers } from '../shell/harmless.ts';
import { patternOf } from '../shell/pattern.ts';
import { readFileInShell } from '../shell/read-script.ts';
import type { ShellStart } from '../shell/run.ts';
import { joinStates, not, type ShellState, type Tri } from '../shell/state.ts';
import { type FishBranch, type FishCase, type FishCommand, type FishNode, parseFish } from './fish-syntax.ts';
import { setVariable } from './fish-set.ts';
import { fishText } from './fish-words.ts';

const maxDepth = 16;
const maxSteps = 20_000;
const maxRounds = 200;
const maxWords = 500;

/** What fish would be after a file; undefined when it ends the shell. */
export function runFishFile(start: ShellStart, path: string, state: ShellState): ShellState | undefined {
  const run = new FishRun(start, { file: path, depth: 0, budget: { steps: 0 } });
  return run.sourced(path, state);
}

type Called = {
  readonly words: readonly string[];
  readonly line: number;
  readonly state: ShellState;
  readonly from: readonly string[] | undefined;
};

type Where = { readonly file: string; readonly depth: number; readonly budget: { steps: number } };

/** `undefined`: this way does not go on (`exit`, or `return` out of the file). */
type After = ShellState | undefined;

class FishRun {
  readonly #start: ShellStart;
  readonly #where: Where;
  readonly #returned: ShellState[] = [];

  constructor(start: ShellStart, where: Where) {
    this.#start = start;
    this.#where = where;
  }

  sourced(path: string, state: ShellState): After {
    const file = readFileInShell(path, this.#start);
    if (file.kind === 'none') return answered(state, 'no');
    if (file.kind === 'fault' || this.#where.depth >= maxDepth) {
      state.doubtAll({ at: { file: path, line: 1 }, doubt: file.kind === 'fault' ? file.doubt : 'too_deep' });
      return state;
    }
    const run = new FishRun(this.#start, { file: path, depth: this.#where.depth + 1, budget: this.#where.budget });
    return run.#whole(parseFish(file.text), state);
  }

  #whole(nodes: readonly FishNode[], state: ShellState): After {
    const end = this.#block(nodes, state);
    return joinStates(end ? [end, ...this.#returned] : this.#returned);
  }

  #block(nodes: readonly FishNode[], state: ShellState): After {
    let now: After = state;
    for (const node of nodes) {
      if (!now) return undefined;
      this.#where.budget.steps += 1;
      if (this.#where.budget.steps > maxSteps) {
        now.doubtAll({ at: this.#at(node.line), doubt: 'too_deep' });
        return now;
      }
      now = this.#node(node, now);
    }
    return now;
  }

  #node(node: FishNode, state: ShellState): After {
    if (node.kind === 'if') return this.#branches(node.branches, state);
    if (node.kind === 'switch') return this.#cases(node.cases, this.#text(node.word, state), state);
    if (node.kind === 'command') return this.#command(node, state);
    if (node.kind === 'begin') return this.#scoped(node.body, state);
    // A function's body runs when it is called: fish profiles do so for prompts and shortcuts.
    if (node.kind === 'function') return answered(state, 'yes');
    return node.kind === 'for' ? this.#for(node, state) : this.#loop(node.body, state);
  }

  #scoped(body: readonly FishNode[], state: ShellState): After {
    state.frames.push(new Map());
    const end = this.#block(body, state);
    end?.leaveFunction();
    return end;
  }

  #for(
    node: { readonly words: readonly string[]; readonly body: readonly FishNode[]; readonly line: number },
    state: ShellState,
  ): After {
    const [name = '', , ...words] = node.words;
    const rounds = words.flatMap((word) => this.#paths(word, state));
    if (rounds.length > maxRounds || rounds.some(({ kind }) => kind === 'dynamic')) return this.#loop(node.body, state);
    let now: After = state;
    for (const text of rounds) {
      now?.assign(name, text, { at: this.#at(node.line) });
      now = now && this.#scoped(node.body, now);
    }
    return now;
  }

  #paths(word: string, state: ShellState): readonly Text[] {
    const text = this.#text(word, state);
    if (text.kind === 'dynamic' || !/[*?]/.test(text.text)) return [text];
    const pattern = patternOf([{ text: text.text, isQuoted: false }], 'files');
    return ((pattern && globFiles(this.#start.files, pattern, text.text)) ?? []).map(known);
  }

  #loop(body: readonly FishNode[], state: ShellState): After {
    const once = this.#scoped(body, state.copy());
    return joinStates(once ? [state, once] : [state]);
  }

  #branches([branch, ...others]: readonly FishBranch[], state: ShellState): After {
    if (!branch) return state;
    if (branch.condition.length === 0) return this.#scoped(branch.body, state);
    const asked = this.#block(branch.condition, state);
    if (!asked) return undefined;
    return this.#part(asked.status, asked, [(at) => this.#scoped(branch.body, at), (at) => this.#branches(others, at)]);
  }

  #cases([one, ...others]: readonly FishCase[], text: Text, state: ShellState): After {
    if (!one) return state;
    const answers = new Set(one.patterns.map((pattern) => fits(text, this.#text(pattern, state))));
    const answer = answers.has('yes') ? 'yes' : answers.has('unknown') ? 'unknown' : 'no';
    return this.#part(answer, state, [(at) => this.#scoped(one.body, at), (at) => this.#cases(others, text, at)]);
  }

  #part(
    answer: Tri,
    state: ShellState,
    [yes, no]: readonly [(at: ShellState) => After, (at: ShellState) => After],
  ): After {
    if (answer === 'yes') return yes(state);
    if (answer === 'no') return no(state);
    const ends = [yes(state.copy()), no(state)].filter((end) => end !== undefined);
    return joinStates(ends);
  }

  #command(node: FishCommand, state: ShellState): After {
    const { words, line, isApart } = node;
    if (words.length > maxWords) {
      state.doubtAll({ at: this.#at(line), doubt: 'too_large' });
      return state;
    }
    const [first = '', ...rest] = words;
    const inner = (): After => this.#command({ ...node, words: rest }, state);
    if (first === 'and')
      return this.#part(state.status, state, [(at) => this.#command({ ...node, words: rest }, at), (at) => at]);
    if (first === 'or')
      return this.#part(not(state.status), state, [(at) => this.#command({ ...node, words: rest }, at), (at) => at]);
    if (first === 'not' || first === '!') {
      const end = inner();
      return end && answered(end, not(end.status));
    }
    if (first === 'builtin' || first === 'command')
      return rest[0]?.startsWith('-') ? answered(state, 'unknown') : inner();
    if (isApart) return answered(state, 'yes');
    return this.#builtin(first, { words: rest, line, state, from: node.from });
  }

  #builtin(name: string, { words, line, state, from }: Called): After {
    const texts = words.map((word) => this.#text(word, state));
    const at = this.#at(line);
    if (name === 'set') return setVariable({ texts, state, at });
    if (name === 'export') return this.#export(texts, { state, at });
    if (name === 'set_color' || name === 'echo' || name === 'true') return answered(state, 'yes');
    if (name === 'false') return answered(state, 'no');
    if (name === 'exit') return undefined;
    if (name === 'return') {
      this.#returned.push(state);
      return undefined;
    }
    const isPiped = from !== undefined && (words.length === 0 || words[0] === '-');
    if ((name === 'source' || name === '.') && isPiped) return this.#made([`(${from.join(' ')})`], { state, at });
    if (name === 'source' || name === '.') return this.#source(texts, { words, state, at });
    if (name === 'eval') return this.#made(words, { state, at });
    if (name === 'status') return answered(state, this.#status(texts));
    if (name === 'test' || name === '[') return answered(state, this.#test(texts.filter((text) => !isText(text, ']'))));
    return answered(state, 'unknown');
  }

  #export(texts: readonly Text[], { state, at }: { state: ShellState; at: Place }): After {
    for (const text of texts) {
      const entry = text.kind === 'known' ? /^([A-Za-z_]\w*)(?:=(.*))?$/s.exec(text.text) : undefined;
      if (!entry) state.doubtAll({ at, doubt: 'dynamic_source' });
      else if (entry[2] === undefined) state.mark(entry[1] ?? '', true, at);
      else state.assign(entry[1] ?? '', known(entry[2]), { at, isExported: true });
    }
    return answered(state, 'yes');
  }

  #source(
    [path]: readonly Text[],
    { words, state, at }: { words: readonly string[]; state: ShellState; at: Place },
  ): After {
    if (path?.kind !== 'known' || path.text === '-') return this.#made(words, { state, at });
    return this.sourced(normalised(path.text.startsWith('/') ? path.text : `${this.#start.home}/${path.text}`), state);
  }

  // `starship init fish | source`, `eval (tool)`: known tools set nothing we look at.
  #made(words: readonly string[], { state, at }: { state: ShellState; at: Place }): After {
    const written = words.map((word) => word.replaceAll(/(^|[^$])\(/g, '$1$(')).join(' ');
    if (written !== '' && !harmlessMakers(written)) state.doubtAll({ at, doubt: 'dynamic_source' });
    return answered(state, 'unknown');
  }

  #status([question]: readonly Text[]): Tri {
    const word = question?.kind === 'known' ? question.text.replace(/^--/, '') : '';
    if (word === 'is-interactive') return this.#start.isInteractive ? 'yes' : 'no';
    if (word === 'is-login') return this.#start.isLogin ? 'yes' : 'no';
    return 'unknown';
  }

  #test(texts: readonly Text[]): Tri {
    const [first, second, third] = texts;
    if (first?.kind === 'known' && first.text === '!') return not(this.#test(texts.slice(1)));
    if (texts.length === 2 && first?.kind === 'known' && second) return this.#unary(first.text, second);
    if (texts.length !== 3 || first?.kind !== 'known' || second?.kind !== 'known' || third?.kind !== 'known')
      return 'unknown';
    if (second.text === '=') return first.text === third.text ? 'yes' : 'no';
    return second.text === '!=' ? (first.text === third.text ? 'no' : 'yes') : 'unknown';
  }

  #unary(sign: string, text: Text): Tri {
    if (text.kind === 'dynamic')
      return text.isNonEmpty && (sign === '-n' || sign === '-z') ? (sign === '-n' ? 'yes' : 'no') : 'unknown';
    if (sign === '-n') return text.text === '' ? 'no' : 'yes';
    if (sign === '-z') return text.text === '' ? 'yes' : 'no';
    return testFile(
      sign,
      normalised(text.text.startsWith('/') ? text.text : `${this.#start.home}/${text.text}`),
      this.#start,
    );
  }

  #at(line: number): Place {
    return { file: this.#where.file, line };
  }

  #text(word: string, state: ShellState): Text {
    if (word === '(uname)' || word === '(uname -s)') return known(this.#start.system === 'macos' ? 'Darwin' : 'Linux');
    if (word === '(whoami)') return known(this.#start.user);
    return fishText(word, this.#start.home, state);
  }
}

function answered(state: ShellState, status: Tri): ShellState {
  state.status = status;
  return state;
}

const isText = (text: Text, wanted: string): boolean => text.kind === 'known' && text.text === wanted;

function fits(text: Text, pattern: Text): Tri {
  if (pattern.kind === 'known' && pattern.text === '*') return 'yes';
  if (text.kind === 'dynamic' || pattern.kind === 'dynamic') return 'unknown';
  if (!pattern.text.includes('*')) return text.text === pattern.text ? 'yes' : 'no';
  const [start = '', ...rest] = pattern.text.split('*');
  const isFit = text.text.startsWith(start) && text.text.endsWith(rest.at(-1) ?? '');
  return rest.length > 1 ? 'unknown' : isFit ? 'yes' : 'no';
}

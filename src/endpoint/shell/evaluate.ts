import type { Place, Text } from '../environment/bound.ts';
import { callFunction } from './call-function.ts';
import { readFileInShell } from './read-script.ts';
import { type Flow, goesOn, type Left, type Run, type ShellStart } from './run.ts';
import { joinStates, type ShellState } from './state.ts';
import { runStatement } from './statements.ts';
import { assignedNames } from './assigned-names.ts';
import type { Script, ShellNode } from './syntax.ts';
import { wordContext } from './words.ts';

const maxSteps = 40_000;
const maxDepth = 24;

/** Runs a file in the shell as `source` would, without running anything: what the shell would be after it. */
export function runScriptFile(start: ShellStart, path: string, state: ShellState): Flow {
  return new ScriptRun(start, { file: path, lineOffset: 0, depth: 0 }, { steps: 0 }).sourced(path, state, 0);
}

/** The same for a text that stands at `place`. */
export function runScriptText(start: ShellStart, place: Place, [text, state]: readonly [string, ShellState]): Flow {
  const run = new ScriptRun(start, { file: place.file, lineOffset: 0, depth: 0 }, { steps: 0 });
  return run.text(text, state, place.line);
}

type Where = { readonly file: string; readonly lineOffset: number; readonly depth: number };

class ScriptRun implements Run {
  readonly start: ShellStart;
  readonly file: string;
  readonly lineOffset: number;
  readonly depth: number;
  readonly budget: { steps: number };

  constructor(start: ShellStart, where: Where, budget: { steps: number }) {
    this.start = start;
    this.file = where.file;
    this.lineOffset = where.lineOffset;
    this.depth = where.depth;
    this.budget = budget;
  }

  at(line: number): Place {
    return { file: this.file, line: line + this.lineOffset };
  }

  words(state: ShellState, line: number) {
    return wordContext(this, state, line);
  }

  /** Statements one after the other, up to where none of the ways goes on. */
  statements(nodes: readonly ShellNode[], state: ShellState): Flow {
    let now: ShellState | undefined = state;
    const left: Left[] = [];
    for (const [index, node] of nodes.entries()) {
      if (!now) break;
      if (!node.isNamed || node.type === 'comment') continue;
      this.budget.steps += 1;
      if (this.budget.steps > maxSteps) {
        now.doubtAll({ at: this.at(node.line), doubt: 'too_deep' });
        break;
      }
      if (nodes[index + 1]?.type === '&') {
        // A command in the background is another process: nothing of it comes back.
        this.statements([node], now.copy());
        now.status = 'yes';
        continue;
      }
      const flow: Flow = runStatement(node, now, this);
      left.push(...flow.left);
      now = flow.state;
    }
    return { state: now, left };
  }

  text(text: string, state: ShellState, line: number): Flow {
    if (this.depth >= maxDepth) return this.#tooDeep(state, line);
    const where = { file: this.file, lineOffset: this.lineOffset + line - 1, depth: this.depth + 1 };
    return new ScriptRun(this.start, where, this.budget).#script(this.#parse(text), state);
  }

  sourced(path: string, state: ShellState, line: number): Flow {
    if (this.depth >= maxDepth) return this.#tooDeep(state, line);
    const file = readFileInShell(path, this.start);
    if (file.kind === 'none') {
      state.status = 'no';
      return goesOn(state);
    }
    if (file.kind === 'fault') {
      state.doubtAll({ at: { file: path, line: 1 }, doubt: file.doubt });
      return goesOn(state);
    }
    const run = new ScriptRun(this.start, { file: path, lineOffset: 0, depth: this.depth + 1 }, this.budget);
    const flow = run.#script(this.#parse(file.text), state);
    // `return` ends the file, not the shell.
    const returned = flow.left.filter(({ kind }) => kind === 'return').map((one) => one.state);
    const ends = flow.state ? [flow.state, ...returned] : returned;
    return { state: joinStates(ends), left: flow.left.filter(({ kind }) => kind !== 'return') };
  }

  called(name: string, words: readonly Text[], state: ShellState): Flow | undefined {
    const definition = state.functions.get(name);
    if (!definition) return undefined;
    if (this.depth >= maxDepth) return this.#tooDeep(state, 1);
    const where = { file: definition.file, lineOffset: definition.lineOffset, depth: this.depth + 1 };
    const run = new ScriptRun(this.start, where, this.budget);
    return callFunction(run, { body: definition.body, words, state });
  }

  #parse(text: string): Script {
    return this.start.syntax.parse(text, this.start.dialect === 'zsh');
  }

  #script(script: Script, state: ShellState): Flow {
    const flow = this.statements(script.statements, state);
    if (script.broken && flow.state) this.#breakOff(script.broken, flow.state);
    if (!script.rest || !flow.state) return flow;
    const rest = this.#script(script.rest, flow.state);
    return { state: rest.state, left: [...flow.left, ...rest.left] };
  }

  // What does not parse is not run; where the grammar and not the script may be at fault, what it would set is unknown.
  #breakOff({ text, line, isSurelyBroken }: NonNullable<Script['broken']>, state: ShellState): void {
    if (isSurelyBroken && this.start.dialect !== 'zsh') return;
    for (const name of assignedNames(text)) state.doubt(name, { at: this.at(line), doubt: 'syntax' });
  }

  #tooDeep(state: ShellState, line: number): Flow {
    state.doubtAll({ at: this.at(line), doubt: 'too_deep' });
    return goesOn(state);
  }
}

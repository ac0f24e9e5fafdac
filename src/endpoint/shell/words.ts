import { dynamic, known, type Text } from '../environment/bound.ts';
import { globFiles } from './glob.ts';
import type { Run } from './run.ts';
import type { ShellState } from './state.ts';
import { substituteCommand } from './substitute.ts';
import type { Found, WordContext } from './word-context.ts';

/** How words read in a shell in this state. */
export function wordContext(run: Run, state: ShellState, line: number): WordContext {
  const { start } = run;
  const context: WordContext = {
    find: (name) => find(name, run, state),
    assign: (name, text) => state.assign(name, text, { at: run.at(line) }),
    substitute: (command) => substituteCommand(command, { run, state, words: context }),
    homeOf: (user) => (user === '' ? homeIn(state, start.home) : start.homeOf(user)),
    glob: (pattern, path) => globFiles(start.files, pattern, path),
    splitsWords: start.dialect !== 'zsh',
  };
  return context;
}

function homeIn(state: ShellState, home: string): string | undefined {
  const bound = state.get('HOME');
  if (bound.kind === 'set') return bound.text.kind === 'known' ? bound.text.text : undefined;
  return home;
}

function find(name: string, run: Run, state: ShellState): Found {
  const special = findSpecial(name, run, state);
  if (special) return { kind: 'set', text: special };
  const bound = state.get(name);
  if (bound.kind === 'unset') return { kind: 'unset' };
  if (bound.kind === 'unknown') return { kind: 'unknown', text: dynamic() };
  return { kind: 'set', text: bound.text };
}

function findSpecial(name: string, { start }: Run, { positional }: ShellState): Text | undefined {
  if (name === '-') return known(start.isInteractive ? 'himBHs' : 'hB');
  if (name === '0') return known(`${start.isLogin ? '-' : ''}${start.dialect}`);
  if (name === '#') return known(String(positional.length));
  if (name === '@' || name === '*') {
    if (positional.some(({ kind }) => kind === 'dynamic')) return dynamic(positional.length > 0);
    return known(positional.map((text) => (text.kind === 'known' ? text.text : '')).join(' '));
  }
  if (/^[1-9]$/.test(name)) return positional[Number(name) - 1];
  return '?$!'.includes(name) ? dynamic(true) : undefined;
}

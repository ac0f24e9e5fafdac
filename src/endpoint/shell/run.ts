import type { Place, Text } from '../environment/bound.ts';
import type { Entry, RootedFiles } from '../machine/rooted-files.ts';
import type { ShellState } from './state.ts';
import type { ShellNode, ShellSyntax } from './syntax.ts';
import type { WordContext } from './word-context.ts';

export type Dialect = 'bash' | 'zsh' | 'ksh' | 'sh';

/** One start of one shell: what it is, and what it can see. */
export type ShellStart = {
  readonly dialect: Dialect;
  readonly isInteractive: boolean;
  readonly isLogin: boolean;
  readonly home: string;
  readonly user: string;
  readonly userId: number | undefined;
  readonly system: 'linux' | 'macos' | 'windows';
  readonly files: RootedFiles;
  /** Whether what is absent here is surely absent there: not so for a partial copy of a tree. */
  readonly isWholeMachine: boolean;
  readonly syntax: ShellSyntax;
  readonly homeOf: (user: string) => string | undefined;
  readonly canRead: (entry: Entry) => boolean;
  /** Told when the client itself is started, with what it would inherit. */
  readonly onLaunch?: ((state: ShellState) => void) | undefined;
  /** Told of a command that is no builtin and no function. */
  readonly onCommand?: ((name: string, words: readonly Text[], at: Place) => void) | undefined;
};

/** How a piece of script was left before its end. */
export type Left = {
  readonly kind: 'return' | 'break' | 'continue' | 'exit' | 'exec';
  readonly state: ShellState;
  /** The shell that took over, for `exec`. */
  readonly shell?: { readonly name: string; readonly isLogin: boolean };
};

/** How a piece of script ends: `state` where it goes on, `left` for the ways that jumped out. */
export type Flow = { readonly state: ShellState | undefined; readonly left: readonly Left[] };

export const goesOn = (state: ShellState): Flow => ({ state, left: [] });

/** A script being walked through: its place, its bounds, and the doors to the rest of the evaluator. */
export type Run = {
  readonly start: ShellStart;
  readonly file: string;
  readonly lineOffset: number;
  readonly depth: number;
  readonly budget: { steps: number };
  readonly at: (line: number) => Place;
  readonly statements: (nodes: readonly ShellNode[], state: ShellState) => Flow;
  /** Runs text as if it stood here (`eval`). */
  readonly text: (text: string, state: ShellState, line: number) => Flow;
  /** Runs a file in this shell (`source`). Status `no` when it is not there. */
  readonly sourced: (path: string, state: ShellState, line: number) => Flow;
  readonly called: (name: string, words: readonly Text[], state: ShellState) => Flow | undefined;
  readonly words: (state: ShellState, line: number) => WordContext;
};

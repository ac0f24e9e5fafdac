import type { Text } from '../environment/bound.ts';
import type { Flow, Run } from './run.ts';
import { joinStates, type ShellState } from './state.ts';
import type { ShellNode } from './syntax.ts';

type Call = { readonly body: ShellNode; readonly words: readonly Text[]; readonly state: ShellState };

/** Runs a function's body with its own parameters and locals; `return` ends it. */
export function callFunction(run: Run, { body, words, state }: Call): Flow {
  const { positional } = state;
  state.positional = words;
  state.frames.push(new Map());
  const flow = run.statements([body], state);
  const ends = [...(flow.state ? [flow.state] : []), ...flow.left.filter(isReturn).map((one) => one.state)];
  const left = flow.left.filter((one) => !isReturn(one));
  for (const one of new Set([...ends, ...left.map(({ state: at }) => at)])) {
    one.leaveFunction();
    one.positional = positional;
  }
  return { state: joinStates(ends), left };
}

const isReturn = ({ kind }: { kind: string }): boolean => kind === 'return';

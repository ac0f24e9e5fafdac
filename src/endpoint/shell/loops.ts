import { dynamic, type Text } from '../environment/bound.ts';
import { expandWords } from './expand.ts';
import { expandBraces } from './lex.ts';
import { type Flow, goesOn, type Left, type Run } from './run.ts';
import { roundsOf } from './read-loop.ts';
import { joinStates, not, type ShellState } from './state.ts';
import { fromLetters, type ShellNode } from './syntax.ts';

/** The statements between `do` and `done`. */
export function bodyOf(node: ShellNode): readonly ShellNode[] {
  return node.children.find(({ field, type }) => field === 'body' || type === 'do_group')?.children ?? [];
}

const maxRounds = 200;

export function runFor(node: ShellNode, state: ShellState, run: Run): Flow {
  const variable = node.children.find(({ field }) => field === 'variable')?.text;
  const values = node.children.filter(({ field }) => field === 'value');
  const body = bodyOf(node);
  if (variable === undefined) return goesOn(state);
  const context = run.words(state, node.line);
  const words = values.flatMap(({ text }) => expandBraces(fromLetters(text))).map((word) => expandWords(word, context));
  const isKnown =
    node.children.some(({ type }) => type === 'in') && !node.children.some(({ type }) => type === 'select');
  if (!isKnown || words.some((texts) => !texts) || words.length > maxRounds) {
    state.assign(variable, dynamic(), { at: run.at(node.line) });
    return runLoop({ condition: [], body, until: false }, state, run);
  }
  return runRounds(
    {
      rounds: words
        .flatMap((texts) => texts ?? [])
        .slice(0, maxRounds)
        .map((text) => new Map([[variable, text]])),
      body,
      line: node.line,
    },
    state,
    run,
  );
}

/** What each round sets before its body runs. */
type Rounds = {
  readonly rounds: readonly ReadonlyMap<string, Text>[];
  readonly body: readonly ShellNode[];
  readonly line: number;
};

function runRounds({ rounds, body, line }: Rounds, state: ShellState, run: Run): Flow {
  let now: ShellState | undefined = state;
  const left: Left[] = [];
  const broken: ShellState[] = [];
  for (const round of rounds) {
    if (!now) break;
    for (const [name, text] of round) now.assign(name, text, { at: run.at(line) });
    const flow = run.statements(body, now);
    const continued = flow.left.filter(({ kind }) => kind === 'continue').map((one) => one.state);
    broken.push(...flow.left.filter(({ kind }) => kind === 'break').map((one) => one.state));
    left.push(...flow.left.filter(({ kind }) => kind !== 'break' && kind !== 'continue'));
    now = joinStates(flow.state ? [flow.state, ...continued] : continued);
  }
  return { state: joinStates(now ? [now, ...broken] : broken), left };
}

/** `while read …; do …; done < FILE`, round by round; undefined where its lines are not known. */
export function runReading(
  node: ShellNode,
  path: string,
  { state, run }: { readonly state: ShellState; readonly run: Run },
): Flow | undefined {
  if (node.children[0]?.type === 'until') return undefined;
  const rounds = roundsOf(conditionOf(node), path, run);
  return rounds && runRounds({ rounds, body: bodyOf(node), line: node.line }, state, run);
}

function conditionOf(node: ShellNode): readonly ShellNode[] {
  const group = node.children.findIndex(({ type }) => type === 'do_group');
  return node.children.slice(0, group).filter(({ isNamed }) => isNamed);
}

export function runWhile(node: ShellNode, state: ShellState, run: Run): Flow {
  return runLoop(
    { condition: conditionOf(node), body: bodyOf(node), until: node.children[0]?.type === 'until' },
    state,
    run,
  );
}

type Loop = { readonly condition: readonly ShellNode[]; readonly body: readonly ShellNode[]; readonly until: boolean };

/** A loop whose number of rounds is not known: none, one or two, joined. What changes with each round is unknown then. */
export function runLoop({ condition, body, until }: Loop, state: ShellState, run: Run): Flow {
  const ends: ShellState[] = [];
  const left: Left[] = [];
  let now: ShellState | undefined = state;
  for (let round = 0; round < 3 && now; round += 1) {
    const asked: Flow = condition.length === 0 ? goesOn(now) : run.statements(condition, now);
    left.push(...asked.left);
    if (!asked.state) break;
    const answer = condition.length === 0 ? 'unknown' : until ? not(asked.state.status) : asked.state.status;
    if (answer !== 'yes') ends.push(asked.state.copy());
    if (answer === 'no') break;
    const flow = run.statements(body, asked.state);
    ends.push(...flow.left.filter(({ kind }) => kind === 'break').map((one) => one.state));
    left.push(...flow.left.filter(({ kind }) => kind !== 'break' && kind !== 'continue'));
    const continued = flow.left.filter(({ kind }) => kind === 'continue').map((one) => one.state);
    now = joinStates(flow.state ? [flow.state, ...continued] : continued);
  }
  const end = joinStates(ends);
  if (end) end.status = 'unknown';
  return { state: end ?? now, left };
}

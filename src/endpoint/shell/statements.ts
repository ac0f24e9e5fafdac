import { dynamic, type Text } from '../environment/bound.ts';
import { assignedNames } from './assigned-names.ts';
import { assignText } from './assignments.ts';
import { runCommand, runDeclaration, runUnset } from './commands.ts';
import { bodyOf, runFor, runLoop, runReading, runWhile } from './loops.ts';
import { inputFile, isThere } from './read-loop.ts';
import { evaluateDoubleTest, evaluateTest } from './conditions.ts';
import { expandPattern, expandText } from './expand.ts';
import { pathFrom } from './folder.ts';
import { splitWords } from './lex.ts';
import { type Flow, goesOn, type Run } from './run.ts';
import { joinStates, not, type ShellState, type Tri } from './state.ts';
import { fromLetters, type ShellNode } from './syntax.ts';

/** Runs one statement. */
export function runStatement(node: ShellNode, state: ShellState, run: Run): Flow {
  const named = node.children.filter(({ isNamed, type }) => isNamed && type !== 'comment');
  switch (node.type) {
    case 'command':
      return runCommand(node, state, run);
    case 'declaration_command':
      return runDeclaration(node, state, run);
    case 'unset_command':
      return runUnset(node, state, run);
    case 'variable_assignment':
      return runAssignments([node], state, run);
    case 'variable_assignments':
      return runAssignments(named, state, run);
    case 'list':
      return runList(node, state, run);
    case 'pipeline':
      return runPipeline(named, state, run);
    case 'negated_command':
      return inverted(run.statements(named, state));
    case 'test_command':
      return tested(node, state, run);
    case 'if_statement':
      return runIf(node, state, run);
    case 'case_statement':
      return runCase(node, state, run);
    case 'for_statement':
      return runFor(node, state, run);
    case 'c_style_for_statement':
      return runLoop({ condition: [], body: bodyOf(node), until: false }, state, run);
    case 'while_statement':
      return runWhile(node, state, run);
    case 'function_definition':
      return define(node, state, run);
    case 'compound_statement':
      return node.text.startsWith('((') ? arithmetic(node, state, run) : run.statements(node.children, state);
    case 'subshell':
      return apart(node.children, state, run);
    case 'redirected_statement':
      return runRedirected(node, state, run);
    default:
      return goesOn(state);
  }
}

/** Input from a file that is not there keeps a statement from running; a loop that reads one is followed line by line. */
function runRedirected(node: ShellNode, state: ShellState, run: Run): Flow {
  const body = redirectedBody(node);
  const path = inputFile(node, state, run);
  if (path === undefined) return run.statements(body, state);
  if (isThere(path, run) === 'no') {
    state.status = 'no';
    return goesOn(state);
  }
  const loop = body.find(({ type }) => type === 'while_statement');
  return (loop && runReading(loop, path, { state, run })) ?? run.statements(body, state);
}

function redirectedBody(node: ShellNode): readonly ShellNode[] {
  return node.children.filter(
    ({ field, type }) => field === 'body' || (field !== 'redirect' && !type.endsWith('_redirect')),
  );
}

function runAssignments(nodes: readonly ShellNode[], state: ShellState, run: Run): Flow {
  for (const node of nodes) assignText(fromLetters(node.text), { state, run, line: node.line });
  state.status = 'yes';
  return goesOn(state);
}

function inverted(flow: Flow): Flow {
  if (flow.state) flow.state.status = not(flow.state.status);
  return flow;
}

function arithmetic(node: ShellNode, state: ShellState, run: Run): Flow {
  for (const name of assignedNames(node.text)) state.assign(name, dynamic(true), { at: run.at(node.line) });
  state.status = 'unknown';
  return goesOn(state);
}

/** Another process: it sees what is here, and nothing of it comes back but whether it went well. */
function apart(nodes: readonly ShellNode[], state: ShellState, run: Run): Flow {
  const flow = run.statements(nodes, state.copy());
  state.status = flow.state && flow.left.length === 0 ? flow.state.status : 'unknown';
  return goesOn(state);
}

function runPipeline(stages: readonly ShellNode[], state: ShellState, run: Run): Flow {
  const last = stages.at(-1);
  // zsh and ksh run the last stage themselves.
  const keepsLast = run.start.dialect === 'zsh' || run.start.dialect === 'ksh';
  for (const stage of keepsLast ? stages.slice(0, -1) : stages) run.statements([stage], state.copy());
  state.status = 'unknown';
  return keepsLast && last ? run.statements([last], state) : goesOn(state);
}

function tested(node: ShellNode, state: ShellState, run: Run): Flow {
  const text = fromLetters(node.text);
  state.status = testText(text, node, { state, run });
  return goesOn(state);
}

function testText(text: string, node: ShellNode, { state, run }: { state: ShellState; run: Run }): Tri {
  const words = run.words(state, node.line);
  const pathOf = (path: string): string => pathFrom(path, state, run.start);
  const context = { state, start: run.start, words, pathOf };
  if (text.startsWith('[[')) return evaluateDoubleTest(text.slice(2, -2), context);
  if (text.startsWith('[')) return evaluateTest(splitWords(text.slice(1, -1)), context);
  return 'unknown';
}

/** `a && b`, `a || b`. */
function runList(node: ShellNode, state: ShellState, run: Run): Flow {
  const [first, second] = node.children.filter(({ isNamed, type }) => isNamed && type !== 'comment');
  const isAnd = node.children.some(({ type }) => type === '&&');
  if (!first) return goesOn(state);
  const flow = run.statements([first], state);
  if (!flow.state || !second) return flow;
  const runsSecond = isAnd ? flow.state.status : not(flow.state.status);
  return after(flow, parting(runsSecond, flow.state, [(at) => run.statements([second], at), goesOn]));
}

/** Takes one of two ways, or both where the answer is not known. */
function parting(
  answer: Tri,
  state: ShellState,
  [yes, no]: readonly [(at: ShellState) => Flow, (at: ShellState) => Flow],
): Flow {
  if (answer === 'yes') return yes(state);
  if (answer === 'no') return no(state);
  return together([yes(state.copy()), no(state)]);
}

function together(flows: readonly Flow[]): Flow {
  const states = flows.flatMap(({ state }) => (state ? [state] : []));
  return { state: joinStates(states), left: flows.flatMap(({ left }) => left) };
}

function after(first: Flow, next: Flow): Flow {
  return first.left.length === 0 ? next : { state: next.state, left: [...first.left, ...next.left] };
}

type Branch = { readonly condition: readonly ShellNode[]; readonly body: readonly ShellNode[] };

function runIf(node: ShellNode, state: ShellState, run: Run): Flow {
  return runBranches(branchesOf(node), state, run);
}

function branchesOf(node: ShellNode): readonly Branch[] {
  const then = node.children.findIndex(({ type, isNamed }) => type === 'then' && !isNamed);
  const clauses = node.children.filter(({ type }) => type === 'elif_clause' || type === 'else_clause');
  const rest = node.children.slice(then + 1).filter((child) => !clauses.includes(child));
  const first = { condition: node.children.slice(0, Math.max(then, 0)), body: rest };
  const others = clauses.flatMap((clause) =>
    clause.type === 'else_clause' ? [{ condition: [], body: clause.children }] : branchesOf(clause),
  );
  return [first, ...others];
}

function runBranches([branch, ...others]: readonly Branch[], state: ShellState, run: Run): Flow {
  if (!branch) {
    state.status = 'yes';
    return goesOn(state);
  }
  if (branch.condition.length === 0) return run.statements(branch.body, state);
  const asked = run.statements(branch.condition, state);
  if (!asked.state) return asked;
  const yes = (at: ShellState): Flow => run.statements(branch.body, at);
  return after(asked, parting(asked.state.status, asked.state, [yes, (at) => runBranches(others, at, run)]));
}

function runCase(node: ShellNode, state: ShellState, run: Run): Flow {
  const value = node.children.find(({ field }) => field === 'value');
  const text = value ? expandText(fromLetters(value.text), run.words(state, node.line)) : dynamic();
  const items = node.children.filter(({ type }) => type === 'case_item');
  return runItems(items, { text, state, run });
}

type CaseText = { readonly text: Text; readonly state: ShellState; readonly run: Run };

function runItems([item, ...others]: readonly ShellNode[], { text, state, run }: CaseText): Flow {
  if (!item) {
    state.status = 'yes';
    return goesOn(state);
  }
  const close = item.children.findIndex(({ type, isNamed }) => type === ')' && !isNamed);
  const patterns = item.children.slice(0, close).filter(({ isNamed }) => isNamed);
  const words = run.words(state, item.line);
  const answers = new Set(patterns.map((pattern) => fits(text, expandPattern(fromLetters(pattern.text), words))));
  const answer = answers.has('yes') ? 'yes' : answers.has('unknown') ? 'unknown' : 'no';
  const no = (at: ShellState): Flow => runItems(others, { text, state: at, run });
  return parting(answer, state, [(at) => runItemBody([item, ...others], { text, state: at, run }), no]);
}

/** A case's statements; `;&` goes on with the next one's, `;;&` with the next that fits. */
function runItemBody([item, ...others]: readonly ShellNode[], { text, state, run }: CaseText): Flow {
  if (!item) return goesOn(state);
  const flow = run.statements(bodyOfItem(item), state);
  const end = item.children.at(-1)?.type;
  if (!flow.state || (end !== ';&' && end !== ';;&')) return flow;
  const next = { text, state: flow.state, run };
  return after(flow, end === ';&' ? runItemBody(others, next) : runItems(others, next));
}

function bodyOfItem(item: ShellNode): readonly ShellNode[] {
  return item.children.slice(item.children.findIndex(({ type, isNamed }) => type === ')' && !isNamed) + 1);
}

function fits(text: Text, pattern: RegExp | undefined): Tri {
  if (pattern?.source === '^(?:.*)$') return 'yes';
  if (!pattern || text.kind === 'dynamic') return 'unknown';
  return pattern.test(text.text) ? 'yes' : 'no';
}

function define(node: ShellNode, state: ShellState, run: Run): Flow {
  const name = node.children.find(({ field }) => field === 'name');
  const body = node.children.find(({ field }) => field === 'body');
  if (name && body) state.functions.set(name.text, { body, file: run.file, lineOffset: run.lineOffset });
  state.status = 'yes';
  return goesOn(state);
}

import { dynamic, known, type Text } from '../environment/bound.ts';
import { nameOf } from '../machine/rooted-files.ts';
import { assignText, type Here, readAssignment } from './assignments.ts';
import { builtins } from './builtins.ts';
import { declare, unset } from './declarations.ts';
import { expandWords } from './expand.ts';
import { expandBraces, splitWords } from './lex.ts';
import { type Flow, goesOn, type Run } from './run.ts';
import type { ShellState } from './state.ts';
import { fromLetters, type ShellNode } from './syntax.ts';

const declarations = new Set(['export', 'declare', 'typeset', 'local', 'readonly', 'integer', 'float']);

/** `export …` and its siblings as the grammar sees them. */
export function runDeclaration(node: ShellNode, state: ShellState, run: Run): Flow {
  const [keyword, ...words] = node.children.filter(({ type }) => type !== 'comment');
  if (keyword) declare(keyword.text, writtenWords(words), { state, run, line: node.line });
  return goesOn(state);
}

export function runUnset(node: ShellNode, state: ShellState, run: Run): Flow {
  unset(writtenWords(node.children.slice(1)), { state, run, line: node.line });
  return goesOn(state);
}

function writtenWords(nodes: readonly ShellNode[]): readonly string[] {
  return nodes.filter(({ type }) => type !== 'comment').map(({ text }) => fromLetters(text));
}

/** A simple command: what its name is decides whether it changes this shell. */
export function runCommand(node: ShellNode, state: ShellState, run: Run): Flow {
  const here: Here = { state, run, line: node.line };
  const written = node.children.filter(({ type }) => !type.endsWith('redirect') && type !== 'comment');
  const prefixes = written.filter(({ type }) => type === 'variable_assignment').map(({ text }) => fromLetters(text));
  const words = written
    .filter(({ type, isNamed }) => type !== 'variable_assignment' && isNamed)
    .map(({ text }) => fromLetters(text));
  if (words.length === 0) {
    for (const prefix of prefixes) assignText(prefix, here);
    return goesOn(state);
  }
  // The assignment is the command's alone, but `${NAME=word}` in it is not.
  for (const prefix of prefixes) readAssignment(prefix, here);
  return runWords(words, prefixes, here);
}

/** Runs a command given its words as written, and the assignments before it. */
function runWords(written: readonly string[], prefixes: readonly string[], here: Here): Flow {
  const context = here.run.words(here.state, here.line);
  const [first = '', ...others] = written;
  const names = expandWords(first, context);
  const name = names?.[0];
  if (!names || name?.kind === 'dynamic') {
    here.state.status = 'unknown';
    return goesOn(here.state);
  }
  if (name === undefined) return others.length > 0 ? runWords(others, prefixes, here) : goesOn(here.state);
  const rest = [...names.slice(1).map((text) => (text.kind === 'known' ? `'${text.text}'` : first)), ...others];
  const command = name.text;
  if (['command', 'builtin', 'time', 'nocorrect', 'noglob', '-'].includes(command))
    return runWrapped(rest, prefixes, here);
  const hasFunction = here.state.functions.get(command) !== undefined;
  if (declarations.has(command)) {
    declare(command, rest, here);
    return goesOn(here.state);
  }
  if (command === 'unset') {
    unset(rest, here);
    return goesOn(here.state);
  }
  const texts = rest.flatMap(expandBraces).map((word) => expandWords(word, context));
  const builtin = hasFunction ? undefined : builtins[command];
  if (builtin) return builtin({ written: rest, words: texts, here });
  const called = here.run.called(command, flatten(texts), here.state);
  return called ?? external(command, { prefixes, words: flatten(texts), here });
}

// `command export X=1` and `builtin` skip functions; `command -v` only asks.
function runWrapped(rest: readonly string[], prefixes: readonly string[], here: Here): Flow {
  if (rest[0]?.startsWith('-')) {
    const name = rest[1] ?? '';
    here.state.status = here.state.functions.get(name) || builtins[name] ? 'yes' : isInPath(name, here);
    return goesOn(here.state);
  }
  const name = rest[0] ?? '';
  const hidden = here.state.functions.get(name);
  here.state.functions.delete(name);
  const flow = runWords(rest, prefixes, here);
  if (hidden) for (const one of [flow.state, ...flow.left.map(({ state }) => state)]) one?.functions.set(name, hidden);
  return flow;
}

const binaryFolders = [
  '/usr/local/bin',
  '/usr/bin',
  '/bin',
  '/usr/local/sbin',
  '/usr/sbin',
  '/sbin',
  '/opt/homebrew/bin',
];

function isInPath(name: string, { run }: Here): 'yes' | 'unknown' {
  return binaryFolders.some((folder) => run.start.files.isFile(`${folder}/${name}`)) ? 'yes' : 'unknown';
}

function flatten(texts: readonly (readonly Text[] | undefined)[]): readonly Text[] {
  return texts.flatMap((list) => list ?? [dynamic()]);
}

type External = { readonly prefixes: readonly string[]; readonly words: readonly Text[]; readonly here: Here };

// A program changes nothing here. The client's own start shows what it inherits.
function external(command: string, { prefixes, words, here }: External): Flow {
  const { state, run, line } = here;
  run.start.onCommand?.(command, words, run.at(line));
  const texts = words.map((text) => (text.kind === 'known' ? text.text : ''));
  const [program = '', ...rest] = startedBy([nameOf(command), ...texts]);
  if (program === 'env') launchThroughEnv(prefixes, rest, here);
  else if (program === 'claude') launch(state.copy(), prefixes, here);
  state.status = 'unknown';
  return goesOn(state);
}

/** Programs that start another with the environment they have, and those of their options that take a word of their own. */
const starters: ReadonlyMap<string, RegExp> = new Map([
  ['nohup', /^$/],
  ['setsid', /^$/],
  ['nice', /^-n$|^--adjustment$/],
  ['ionice', /^-[cnpPu]$/],
  ['stdbuf', /^-[ioe]$/],
  ['timeout', /^-[ks]$/],
  ['caffeinate', /^-[tw]$/],
  ['chronic', /^$/],
]);

// Which program it comes to in the end, and its words.
function startedBy(words: readonly string[]): readonly string[] {
  const [program = '', ...rest] = words;
  const takesWord = starters.get(program);
  if (!takesWord) return [nameOf(program), ...rest];
  let index = 0;
  while (rest[index]?.startsWith('-')) index += takesWord.test(rest[index] ?? '') ? 2 : 1;
  // The time that `timeout` gives comes before the program.
  if (program === 'timeout') index += 1;
  return startedBy(rest.slice(index).map((word, at) => (at === 0 ? nameOf(word) : word)));
}

function launch(child: ShellState, prefixes: readonly string[], { run, line }: Here): void {
  for (const prefix of prefixes) {
    const assignment = readAssignment(prefix, { state: child, run, line });
    if (assignment) child.assign(assignment.name, assignment.text, { at: run.at(line), isExported: true });
  }
  run.start.onLaunch?.(child);
}

function launchThroughEnv(prefixes: readonly string[], words: readonly string[], here: Here): void {
  const child = here.state.copy();
  const at = here.run.at(here.line);
  // `-S` is a line of words in one, as the first line of a script needs it.
  const texts = words.flatMap((word, index) => {
    if (/^(?:-S|--split-string)$/.test(word)) return [];
    const line = /^(?:-S|--split-string=)(.+)$/s.exec(word)?.[1];
    if (line !== undefined) return splitWords(line);
    return /^(?:-S|--split-string)$/.test(words[index - 1] ?? '') ? splitWords(word) : [word];
  });
  let index = 0;
  for (; index < texts.length; index += 1) {
    const word = texts[index] ?? '';
    const assigned = /^([A-Za-z_]\w*)=(.*)$/s.exec(word);
    if (assigned) child.assign(assigned[1] ?? '', known(assigned[2] ?? ''), { at, isExported: true });
    else if (word === '-i' || word === '-' || word === '--ignore-environment')
      for (const name of child.variables.keys()) child.unset(name, at);
    else if (word === '-u' || word === '--unset') child.unset(texts[(index += 1)] ?? '', at);
    else if (/^-u./.test(word)) child.unset(word.slice(2), at);
    else if (word.startsWith('--unset=')) child.unset(word.slice(8), at);
    else if (word === '-C' || word === '--chdir') index += 1;
    else if (!word.startsWith('-')) break;
  }
  const [program] = startedBy(texts.slice(index).map((word, place) => (place === 0 ? nameOf(word) : word)));
  if (program === 'claude') launch(child, prefixes, here);
}

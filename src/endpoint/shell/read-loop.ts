import { dynamic, known, type Text } from '../environment/bound.ts';
import { testFile } from './conditions.ts';
import { expandText } from './expand.ts';
import { pathFrom } from './folder.ts';
import { splitWords } from './lex.ts';
import { readFileInShell } from './read-script.ts';
import type { Run } from './run.ts';
import type { ShellState, Tri } from './state.ts';
import { fromLetters, type ShellNode } from './syntax.ts';

/** The file that a statement's standard input comes from; undefined where there is none, or its name is not known. */
export function inputFile(node: ShellNode, state: ShellState, run: Run): string | undefined {
  const redirect = node.children.find(({ type, text }) => type === 'file_redirect' && /^0?<(?![<&(])/.test(text));
  if (!redirect) return undefined;
  const name = expandText(fromLetters(redirect.text).replace(/^0?<\s*/, ''), run.words(state, node.line));
  if (name.kind === 'dynamic') return undefined;
  return pathFrom(name.text, state, run.start);
}

/** Whether there is such a file: without it a shell does not run the statement at all. */
export function isThere(path: string, run: Run): Tri {
  return testFile('-e', path, run.start);
}

const maxLines = 500;

/**
 * `while read NAME…; do …; done < FILE`: what each round reads, a text for each name. Undefined for another loop, or
 * where the file is not known.
 */
export function roundsOf(
  condition: readonly ShellNode[],
  path: string,
  run: Run,
): readonly ReadonlyMap<string, Text>[] | undefined {
  const command = condition[0]?.type === 'list' ? condition[0].children[0] : condition[0];
  const words = command?.type === 'command' ? splitWords(fromLetters(command.text)) : [];
  const at = words.indexOf('read');
  const prefixes = words.slice(0, at);
  const names = words.slice(at + 1).filter((word) => !word.startsWith('-'));
  if (
    at === -1 ||
    prefixes.some((word) => !word.startsWith('IFS=')) ||
    names.some((name) => !/^[A-Za-z_]\w*$/.test(name))
  )
    return undefined;
  const file = readFileInShell(path, run.start);
  if (file.kind !== 'text') return undefined;
  const lines = file.text.replace(/\n$/, '').split('\n');
  if (lines.length > maxLines) return undefined;
  const separators = separatorsOf(prefixes[0]);
  return lines.map((line) => fields(line, names.length > 0 ? names : ['REPLY'], separators));
}

function separatorsOf(prefix: string | undefined): string | undefined {
  return prefix?.slice('IFS='.length).replaceAll(/['"$]/g, '');
}

// The last name takes what is left; without IFS, words are split and trimmed at blanks.
function fields(line: string, names: readonly string[], separators: string | undefined): ReadonlyMap<string, Text> {
  const read = new Map<string, Text>();
  let rest = separators === undefined ? line.trim() : line;
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    const end = isLast
      ? -1
      : [...rest].findIndex((letter) => (separators === undefined ? /\s/.test(letter) : separators.includes(letter)));
    read.set(name, rest.includes('\\') ? dynamic() : known(end === -1 ? rest : rest.slice(0, end)));
    rest = end === -1 ? '' : rest.slice(end + 1);
    if (separators === undefined) rest = rest.trimStart();
  }
  return read;
}

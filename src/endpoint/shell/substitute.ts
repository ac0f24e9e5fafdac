import { dynamic, known, type Text } from '../environment/bound.ts';
import { expandWords } from './expand.ts';
import { splitWords } from './lex.ts';
import { pathFrom } from './folder.ts';
import type { Run } from './run.ts';
import type { ShellState } from './state.ts';
import type { WordContext } from './word-context.ts';
import { readFileInShell } from './read-script.ts';

type Substitution = { readonly run: Run; readonly state: ShellState; readonly words: WordContext };

/** What `$(…)` gives where it can be told from the tree: a file's text, who and where one is. Dynamic otherwise. */
export function substituteCommand(command: string, substitution: Substitution): Text {
  const stages = splitPipeline(command.trim());
  let text: Text | undefined;
  for (const [index, stage] of stages.entries()) {
    text = index === 0 ? firstStage(stage, substitution) : text && nextStage(stage, text, substitution);
    if (!text) return dynamic(isNeverEmpty(stage), [command.trim()]);
  }
  return text?.kind === 'known' ? known(text.text.replace(/\n+$/, '')) : (text ?? dynamic());
}

// Programs that always say something.
function isNeverEmpty(stage: string): boolean {
  return /^(?:hostname|date|uuidgen|nproc|tty|pwd)\b/.test(stage);
}

function splitPipeline(command: string): readonly string[] {
  if (/[;&\n]|\|\|/.test(command.replaceAll(/2>\s*(?:\/dev\/null|&1)/g, ''))) return [command];
  const stages: string[] = [''];
  for (const word of splitWords(command.replaceAll(/2>\s*(?:\/dev\/null|&1)/g, '').replaceAll(/\s\|\s?/g, ' | '))) {
    if (word === '|') stages.push('');
    else stages[stages.length - 1] = `${stages.at(-1)} ${word}`.trim();
  }
  return stages;
}

function wordsOf(stage: string, { words }: Substitution): readonly string[] | undefined {
  const found: string[] = [];
  for (const word of splitWords(stage)) {
    const texts = expandWords(word, words);
    if (!texts) return undefined;
    for (const text of texts) {
      if (text.kind === 'dynamic') return undefined;
      found.push(text.text);
    }
  }
  return found;
}

function firstStage(stage: string, substitution: Substitution): Text | undefined {
  const redirected = /^<\s*(\S+)$/.exec(stage);
  const words = wordsOf(redirected ? `cat ${redirected[1]}` : stage, substitution);
  if (!words) return undefined;
  const [name = '', ...rest] = words;
  const { start } = substitution.run;
  if (name === 'cat' && rest.length > 0 && !rest.some((word) => word.startsWith('-')))
    return filesText(rest, substitution);
  if (name === 'grep' || name === 'egrep' || name === 'sed') return filtered(name, rest, substitution);
  if (name === 'echo') return known(rest.filter((word, index) => index > 0 || word !== '-n').join(' '));
  if (name === 'printf' && rest.length <= 2 && (rest[0] === '%s' || rest.length === 1)) return known(rest.at(-1) ?? '');
  if (name === 'run-parts') return runParts(rest, substitution);
  if (words.join(' ') === 'pwd') return standsIn(substitution.state, start);
  return identity(words.join(' '), start);
}

function standsIn({ folder: place }: ShellState, { home }: Run['start']): Text {
  return place === undefined ? dynamic(true) : known(place || home);
}

function identity(command: string, { user, userId, system }: Run['start']): Text | undefined {
  if (['whoami', 'logname', 'id -un'].includes(command)) return known(user);
  if (command === 'id -u') return userId === undefined ? dynamic(true) : known(String(userId));
  if (command === 'uname' || command === 'uname -s') return known(system === 'macos' ? 'Darwin' : 'Linux');
  return undefined;
}

function filesText(paths: readonly string[], substitution: Substitution): Text | undefined {
  let whole = '';
  for (const path of paths) {
    const full = pathFrom(path, substitution.state, substitution.run.start);
    const file = readFileInShell(full, substitution.run.start);
    if (file.kind === 'fault') return undefined;
    whole += file.kind === 'text' ? file.text : '';
  }
  return known(whole);
}

// Only the filters that profiles use to skip comments and blank lines.
function filtered(name: string, words: readonly string[], substitution: Substitution): Text | undefined {
  const [last = '', ...others] = words.toReversed();
  const text = filesText([last], substitution);
  return text && filter(`${name} ${others.toReversed().join(' ')}`, text);
}

const commentFilters = new Set([
  'grep -v ^#',
  'grep -v ^\\s*#',
  'grep -vE ^#',
  'egrep -v ^#',
  'sed /^#/d',
  'grep -v ^[[:space:]]*#',
]);

function filter(command: string, text: Text): Text | undefined {
  if (text.kind === 'dynamic') return undefined;
  if (commentFilters.has(command)) return known(text.text.replaceAll(/^[ \t]*#.*\n?/gm, ''));
  if (command === 'grep -v ^$') return known(text.text.replaceAll(/^\n/gm, ''));
  return undefined;
}

function nextStage(stage: string, text: Text, substitution: Substitution): Text | undefined {
  if (stage === 'xargs' || stage === 'xargs -0' || stage === "tr '\\n' ' '")
    return text.kind === 'known'
      ? known(text.text.replaceAll(/["']/g, '').split(/\s+/).filter(Boolean).join(' '))
      : undefined;
  return filter((wordsOf(stage, substitution) ?? []).join(' '), text);
}

// Debian's /etc/profile asks run-parts for the names in profile.d.
function runParts(words: readonly string[], { run }: Substitution): Text | undefined {
  const folder = words.at(-1);
  const asked = words.findIndex((word) => word === '--regex');
  const expression = asked === -1 ? '^[a-zA-Z0-9_-]+$' : words[asked + 1];
  if (!words.includes('--list') || !folder?.startsWith('/') || expression === undefined) return undefined;
  if (!/^\^[\w[\].*+$\\-]{1,60}$/.test(expression)) return undefined;
  const pattern = new RegExp(expression);
  const names = run.start.files.list(folder).filter((name) => pattern.test(name));
  return known(names.map((name) => `${folder}/${name}`).join('\n'));
}

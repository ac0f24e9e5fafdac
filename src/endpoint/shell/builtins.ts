import { dynamic, known, type Text } from '../environment/bound.ts';
import { nameOf } from '../machine/rooted-files.ts';
import { type Here, splitAssigned } from './assignments.ts';
import { evaluateTest } from './conditions.ts';
import { expandText } from './expand.ts';
import { changeFolder, pathFrom } from './folder.ts';
import { areHarmless, harmlessMakers } from './harmless.ts';
import { type Flow, goesOn, type Left } from './run.ts';
import type { ShellState, Tri } from './state.ts';

/** A call of a builtin: its words as written, and as they read (undefined: not known how many). */
export type Call = {
  readonly written: readonly string[];
  readonly words: readonly (readonly Text[] | undefined)[];
  readonly here: Here;
};

type Builtin = (call: Call) => Flow;

/** The builtins that change a shell's variables or its way. The others are programs to us. */
export const builtins: Readonly<Record<string, Builtin | undefined>> = Object.assign(Object.create(null), {
  '.': sourced,
  source: sourced,
  eval: evaluated,
  exec: executed,
  emulate: emulated,
  return: (call: Call) => leave('return', call),
  exit: (call: Call) => leave('exit', call),
  logout: (call: Call) => leave('exit', call),
  break: (call: Call) => leave('break', call),
  continue: (call: Call) => leave('continue', call),
  ':': answers('yes'),
  true: answers('yes'),
  false: answers('no'),
  test: ({ written, here }: Call) => done(here, evaluateTest(written, testContext(here))),
  '[': ({ written, here }: Call) => done(here, evaluateTest(written.slice(0, -1), testContext(here))),
  set: setOptions,
  setopt: setOptions,
  unsetopt: unsetOptions,
  shopt: asked,
  alias: aliased,
  unalias: ({ words, here }: Call) => {
    for (const text of flat(words)) if (text.kind === 'known') here.state.aliases.delete(text.text);
    return done(here, 'yes');
  },
  read: assignsNames,
  mapfile: assignsNames,
  readarray: assignsNames,
  getopts: assignsNames,
  printf: printed,
  shift: shifted,
  cd: wentTo,
  chdir: wentTo,
  pushd: wentTo,
  popd: ({ here }: Call) => {
    here.state.folder = undefined;
    return done(here, 'unknown');
  },
  trap: trapped,
});

function flat(words: Call['words']): readonly Text[] {
  return words.flatMap((list) => list ?? [dynamic()]);
}

function done({ state }: Here, status: Tri): Flow {
  state.status = status;
  return goesOn(state);
}

function answers(status: Tri): Builtin {
  return ({ here }) => done(here, status);
}

function leave(kind: Left['kind'], { words, here }: Call): Flow {
  const first = words[0]?.[0];
  if (first) here.state.status = first.kind === 'dynamic' ? 'unknown' : first.text === '0' ? 'yes' : 'no';
  return { state: undefined, left: [{ kind, state: here.state }] };
}

function testContext({ state, run, line }: Here) {
  const pathOf = (path: string): string => pathFrom(path, state, run.start);
  return { state, start: run.start, words: run.words(state, line), pathOf };
}

function sourced({ written, words, here }: Call): Flow {
  const path = words[0]?.[0];
  if (!words[0] || !path) return made(written, here);
  if (path.kind === 'dynamic') return made(written, here);
  if (path.text === '') return done(here, 'no');
  // From where nobody knows, anything may come.
  if (here.state.folder === undefined && !path.text.startsWith('/')) return made(written, here);
  const found = pathFrom(path.text, here.state, here.run.start);
  // What comes in through a pipe or a heredoc is not followed.
  if (found.startsWith('/dev/')) return made(written, here);
  const { positional } = here.state;
  const flow = here.run.sourced(found, here.state, here.line);
  if (flow.state) flow.state.positional = positional;
  return flow;
}

/** Text that a program makes at run time: known programs set nothing we look at, others may set anything. */
function made(written: readonly string[], here: Here): Flow {
  const text = expandText(written.join(' '), here.run.words(here.state, here.line));
  const makers = text.kind === 'dynamic' ? text.makers : undefined;
  const isHarmless = areHarmless(makers) || harmlessMakers(written.join(' '));
  if (!isHarmless) here.state.doubtAll({ at: here.run.at(here.line), doubt: 'dynamic_source' });
  return done(here, 'unknown');
}

function evaluated({ written, words, here }: Call): Flow {
  const texts = flat(words);
  if (texts.some(({ kind }) => kind === 'dynamic')) return made(written, here);
  const text = texts.map((one) => (one.kind === 'known' ? one.text : '')).join(' ');
  return here.run.text(text, here.state, here.line);
}

function executed({ words, here }: Call): Flow {
  const texts = flat(words).map((text) => (text.kind === 'known' ? text.text : ''));
  const command = texts.find((text) => text !== '' && !text.startsWith('-'));
  if (command === undefined) return done(here, 'yes');
  const name = nameOf(command);
  if (!['bash', 'zsh', 'fish', 'ksh', 'tcsh', 'csh', 'dash', 'sh', 'pwsh'].includes(name)) {
    // Another program takes over (a multiplexer, a window manager): what it starts inherits what is here.
    return done(here, 'yes');
  }
  const isLogin = texts.includes('-l') || texts.includes('--login') || texts.includes('-il') || texts.includes('-li');
  return { state: undefined, left: [{ kind: 'exec', state: here.state, shell: { name, isLogin } }] };
}

// zsh: `emulate sh -c 'source /etc/profile'`.
function emulated({ words, here }: Call): Flow {
  const texts = flat(words);
  const flag = texts.findIndex((text) => text.kind === 'known' && text.text === '-c');
  const script = flag === -1 ? undefined : texts[flag + 1];
  if (script?.kind === 'known') return here.run.text(script.text, here.state, here.line);
  return done(here, 'yes');
}

function setOptions({ words, here }: Call): Flow {
  const texts = flat(words).map((text) => (text.kind === 'known' ? text.text : ''));
  const { state } = here;
  for (const [index, text] of texts.entries()) {
    if (text === '--') {
      state.positional = flat(words).slice(index + 1);
      break;
    }
    const name = (texts[index + 1] ?? '').toLowerCase().replaceAll('_', '');
    if (/^-\w*a/.test(text) || (text === '-o' && name === 'allexport')) state.exportsAll = true;
    if (/^\+\w*a/.test(text) || (text === '+o' && name === 'allexport')) state.exportsAll = false;
    const option = text.toLowerCase().replaceAll('_', '');
    if (option === 'allexport') state.exportsAll = true;
    if (here.run.start.dialect === 'zsh') setFileOption(option, texts[index - 1] !== '+o', state);
  }
  return done(here, 'yes');
}

// zsh. `no` before a name, and `unsetopt`, turn it round; underscores and case do not count.
function setFileOption(name: string, isOn: boolean, state: ShellState): void {
  const bare = name.replace(/^no/, '');
  const isRead = isOn !== name.startsWith('no');
  if (bare === 'rcs') state.unread = isRead ? 'none' : 'all';
  if (bare === 'globalrcs' && state.unread !== 'all') state.unread = isRead ? 'none' : 'system';
}

function unsetOptions({ words, here }: Call): Flow {
  for (const text of flat(words)) {
    if (text.kind === 'dynamic') continue;
    const name = text.text.toLowerCase().replaceAll('_', '');
    if (name === 'allexport') here.state.exportsAll = false;
    setFileOption(name, false, here.state);
  }
  return done(here, 'yes');
}

function wentTo({ words, here }: Call): Flow {
  return done(here, changeFolder(flat(words), here.state, here.run.start));
}

function shifted({ words, here }: Call): Flow {
  const { state } = here;
  const [count = known('1')] = flat(words);
  if (count.kind === 'dynamic' || !/^\d+$/.test(count.text)) {
    state.positional = state.positional.map(() => dynamic());
    return done(here, 'unknown');
  }
  // More than there are: nothing is taken away.
  if (Number(count.text) > state.positional.length) return done(here, 'no');
  state.positional = state.positional.slice(Number(count.text));
  return done(here, 'yes');
}

// The others are run when the shell ends or is told something: nothing that begins before feels them.
function trapped({ words, here }: Call): Flow {
  const [text, ...signals] = flat(words);
  const isDebug = signals.some((signal) => signal.kind === 'known' && signal.text.toUpperCase() === 'DEBUG');
  if (text?.kind === 'known' && isDebug)
    here.state.debugTrap = /^-?$/.test(text.text) ? undefined : { text: text.text, at: here.run.at(here.line) };
  return done(here, 'yes');
}

function asked({ words, here }: Call): Flow {
  const texts = flat(words).map((text) => (text.kind === 'known' ? text.text : ''));
  if (!texts.some((text) => /^-\w*q/.test(text))) return done(here, 'yes');
  return done(here, texts.includes('login_shell') ? (here.run.start.isLogin ? 'yes' : 'no') : 'unknown');
}

function aliased({ words, here }: Call): Flow {
  for (const text of flat(words)) {
    const alias = splitAlias(text);
    if (alias) here.state.aliases.set(alias.name, { text: known(alias.body), at: here.run.at(here.line) });
  }
  return done(here, 'yes');
}

function splitAlias(text: Text): { name: string; body: string } | undefined {
  const sign = text.kind === 'known' ? text.text.indexOf('=') : -1;
  if (text.kind !== 'known' || sign < 1) return undefined;
  return { name: text.text.slice(0, sign), body: text.text.slice(sign + 1) };
}

function assignsNames({ words, here }: Call): Flow {
  for (const text of flat(words))
    if (text.kind === 'known' && /^[A-Za-z_]\w*$/.test(text.text)) assignUnknown(text.text, here.state, here);
  return done(here, 'unknown');
}

function assignUnknown(name: string, state: ShellState, { run, line }: Here): void {
  state.assign(name, dynamic(), { at: run.at(line) });
}

function printed({ words, here }: Call): Flow {
  const [option, name] = flat(words);
  const isAssigning = option?.kind === 'known' && option.text === '-v' && name && splitAssigned(name);
  if (isAssigning && isAssigning.name !== '') assignUnknown(isAssigning.name, here.state, here);
  return done(here, 'yes');
}

import { concatenate, known, type Place, type Text } from '../environment/bound.ts';
import type { ShellState } from '../shell/state.ts';

/** fish's `set`: scope, export and erase by options; without a scope it changes the variable that is there. */
export function setVariable({
  texts,
  state,
  at,
}: {
  texts: readonly Text[];
  state: ShellState;
  at: Place;
}): ShellState {
  const options = {
    isLocal: false,
    exports: undefined as boolean | undefined,
    erases: false,
    asks: false,
    appends: false,
    isGlobal: false,
  };
  let index = 0;
  for (; index < texts.length; index += 1) {
    const text = texts[index];
    if (text?.kind !== 'known' || !/^-./.test(text.text)) break;
    if (text.text === '--') {
      index += 1;
      break;
    }
    readOption(text.text, options);
  }
  const [name, ...values] = texts.slice(index);
  state.status = 'yes';
  if (options.asks) return query(name, state);
  if (!name) return state;
  if (name.kind !== 'known') {
    state.doubtAll({ at, doubt: 'dynamic_source' });
    return state;
  }
  const key = name.text.replace(/\[.*\]$/, '');
  if (!/^[A-Za-z_]\w*$/.test(key)) return state;
  if (options.erases) {
    state.unset(key, at);
    return state;
  }
  if (options.isLocal) state.makeLocal(key);
  if (options.isLocal && state.frames.length === 0) return state;
  if (values.length === 0 && options.exports !== undefined && state.get(key).kind === 'set') {
    state.assign(key, known(''), { at, isExported: options.exports });
    return state;
  }
  const joined = values.reduce<Text>(
    (whole, text, place) => concatenate(place === 0 ? whole : concatenate(whole, known(' ')), text),
    known(''),
  );
  state.assign(key, joined, { at, isExported: options.exports });
  return state;
}

type SetOptions = {
  isLocal: boolean;
  exports: boolean | undefined;
  erases: boolean;
  asks: boolean;
  appends: boolean;
  isGlobal: boolean;
};

function readOption(option: string, options: SetOptions): void {
  const long: Readonly<Record<string, string>> = {
    '--local': 'l',
    '--function': 'f',
    '--global': 'g',
    '--universal': 'U',
    '--export': 'x',
    '--unexport': 'u',
    '--erase': 'e',
    '--query': 'q',
    '--append': 'a',
    '--path': '',
  };
  for (const letter of option.startsWith('--') ? (long[option] ?? '') : option.slice(1)) {
    if (letter === 'l' || letter === 'f') options.isLocal = true;
    if (letter === 'g' || letter === 'U') options.isGlobal = true;
    if (letter === 'x') options.exports = true;
    if (letter === 'u') options.exports = false;
    if (letter === 'e') options.erases = true;
    if (letter === 'q') options.asks = true;
    if (letter === 'a') options.appends = true;
  }
}

function query(name: Text | undefined, state: ShellState): ShellState {
  if (name?.kind !== 'known') state.status = 'unknown';
  else {
    const { kind } = state.get(name.text);
    state.status = kind === 'set' ? 'yes' : kind === 'unset' ? 'no' : 'unknown';
  }
  return state;
}

/** fish_variables: what `set -U` keeps. Lines like `SETUVAR --export NAME:value`. */
export function applyUniversal(text: string, file: string, state: ShellState): void {
  for (const [index, line] of text.split('\n').entries()) {
    const entry = /^(?:SETUVAR|SET)((?: --\w+)*) ([A-Za-z_]\w*):(.*)$/.exec(line);
    if (!entry) continue;
    const [, options = '', name = '', value = ''] = entry;
    const decoded = value.replaceAll(/\\x([0-9a-fA-F]{2})/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    );
    const isExported = options.includes('--export');
    // A universal variable gives way to one that was inherited or is global.
    if (state.get(name).kind === 'unset')
      state.assign(name, known(decoded === '\x1D' ? '' : decoded), { at: { file, line: index + 1 }, isExported });
  }
}

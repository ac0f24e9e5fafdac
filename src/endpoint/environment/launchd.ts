import type { Machine } from '../machine/machine.ts';
import type { Person } from '../machine/person.ts';
import { lineOfKey, readPlist } from '../machine/plist.ts';
import { runScriptText } from '../shell/evaluate.ts';
import type { ShellStart } from '../shell/run.ts';
import { ShellState } from '../shell/state.ts';
import { known, type Place, type Text } from './bound.ts';

/**
 * What launch agents put into a person's session with `launchctl setenv`; programs started from the Dock and the
 * terminals in them inherit it. A job's own `EnvironmentVariables` reaches that job alone, daemons run outside the
 * session, and launchd.conf and environment.plist are read by nothing any more.
 */
export function applyLaunchd(
  machine: Machine,
  person: Person,
  { state, start }: { state: ShellState; start: ShellStart },
): void {
  for (const folder of ['/System/Library/LaunchAgents', '/Library/LaunchAgents', `${person.home}/Library/LaunchAgents`])
    for (const name of machine.files.list(folder))
      if (name.endsWith('.plist')) applyAgent(`${folder}/${name}`, { machine, state, start });
}

function applyAgent(
  path: string,
  { machine, state, start }: { machine: Machine; state: ShellState; start: ShellStart },
): void {
  const agent = readPlist(machine.files, path);
  if (agent.kind !== 'read') return;
  const { values, text } = agent;
  const runs = values['RunAtLoad'] === true || values['KeepAlive'] === true;
  if (!runs || values['Disabled'] === true) return;
  const words = Array.isArray(values['ProgramArguments']) ? values['ProgramArguments'].map(String) : [];
  const program = String(values['Program'] ?? words[0] ?? '');
  const at = { file: path, line: lineOfKey(text, 'ProgramArguments') };
  const name = program.slice(program.lastIndexOf('/') + 1);
  if (name === 'launchctl') setFrom(words.slice(1).map(known), { state, at });
  const script = words.indexOf('-c');
  if (/^(?:ba|z|da|k)?sh$/.test(name))
    runInner({ script: script === -1 ? words[1] : words[script + 1], isText: script !== -1, at }, { state, start });
}

function runInner(
  { script, isText, at }: { script: string | undefined; isText: boolean; at: Place },
  { state, start }: { state: ShellState; start: ShellStart },
): void {
  if (script === undefined) return;
  const inner: ShellStart = {
    ...start,
    isInteractive: false,
    isLogin: false,
    onCommand: (command, words) => {
      if (command.endsWith('launchctl')) setFrom(words, { state, at });
    },
  };
  runScriptText(inner, at, [isText ? script : `. "${script}"`, new ShellState()]);
}

function setFrom(words: readonly Text[], { state, at }: { state: ShellState; at: Place }): void {
  const [verb, name, value] = words;
  if (verb?.kind !== 'known' || name?.kind !== 'known') return;
  if (verb.text === 'unsetenv') state.unset(name.text, at);
  if (verb.text !== 'setenv') return;
  for (let index = 1; index + 1 < words.length; index += 2) {
    const [key, text] = [words[index], words[index + 1]];
    if (key?.kind === 'known' && text) state.assign(key.text, text, { at, isExported: true });
  }
  if (value === undefined) state.assign(name.text, known(''), { at, isExported: true });
}

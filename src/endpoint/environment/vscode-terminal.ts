import { getNodeValue } from 'jsonc-parser';
import { parseJsonc } from '../machine/json-file.ts';
import type { Machine } from '../machine/machine.ts';
import type { Person } from '../machine/person.ts';
import type { ShellState } from '../shell/state.ts';
import { dynamic, known } from './bound.ts';
import { editorSettingsPaths } from '../machine/editor-folders.ts';

const keys = { linux: 'linux', macos: 'osx', windows: 'windows' } as const;

/**
 * Applies `terminal.integrated.env.*` of a person's editor settings: what the terminals inside it start from. A `null`
 * takes a variable away. False when no editor sets anything.
 */
export function applyVsCodeTerminal(machine: Machine, person: Person, state: ShellState): boolean {
  let changes = false;
  for (const path of editorSettingsPaths(machine, person)) {
    const settings = parseJsonc(machine.files, path);
    const node = settings?.find([`terminal.integrated.env.${keys[machine.system]}`]);
    if (node?.type !== 'object' || !settings) continue;
    for (const property of node.children ?? []) {
      const [name, value] = property.children ?? [];
      if (!name || !value) continue;
      changes = true;
      const at = { file: path, line: settings.lineOf(property) };
      const given: unknown = getNodeValue(value);
      const key = machine.system === 'windows' ? String(name.value).toUpperCase() : String(name.value);
      if (given === null) state.unset(key, at);
      else state.assign(key, textOf(String(given), state), { at, isExported: true });
    }
  }
  return changes;
}

// `${env:NAME}` is what the editor itself inherited.
function textOf(text: string, state: ShellState) {
  let isKnown = true;
  const replaced = text.replaceAll(/\$\{env:(\w+)\}/g, (_, name: string) => {
    const bound = state.get(name);
    if (bound.kind === 'unset') return '';
    if (bound.kind === 'set' && bound.text.kind === 'known') return bound.text.text;
    isKnown = false;
    return '';
  });
  return isKnown && !/\$\{(?!env:)/.test(replaced) ? known(replaced) : dynamic(replaced !== '');
}

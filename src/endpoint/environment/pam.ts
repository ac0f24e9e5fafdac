import { known } from './bound.ts';
import type { Person } from '../machine/person.ts';
import type { Machine } from '../machine/machine.ts';
import type { ShellState } from '../shell/state.ts';

/**
 * What PAM gives every session: /etc/environment, pam_env.conf, and ~/.pam_environment where it is switched on.
 *
 * No shell reads these files: quotes and a leading `export` are taken off, `$NAME` is not expanded in
 * /etc/environment. Source: pam_env(8), Linux-PAM 1.5 `_parse_env_file`.
 */
export function applyPam(machine: Machine, person: Person, state: ShellState): void {
  const { isOn, readsHome } = pamStack(machine);
  if (!isOn) return;
  applyConfiguration('/etc/security/pam_env.conf', { machine, person, state });
  applyEnvironmentFile('/etc/environment', { machine, person, state });
  if (readsHome) applyConfiguration(`${person.home}/.pam_environment`, { machine, person, state });
}

type Place = { readonly machine: Machine; readonly person: Person; readonly state: ShellState };

function pamStack({ files }: Machine): { isOn: boolean; readsHome: boolean } {
  const names = files.list('/etc/pam.d');
  const lines = names
    .map((name) => files.read(`/etc/pam.d/${name}`))
    .flatMap((reading) => (reading.kind === 'read' ? reading.bytes.toString('utf8').split('\n') : []))
    .filter((line) => /^\s*[^#]*\bpam_env\.so\b/.test(line));
  return {
    isOn: names.length === 0 || lines.length > 0,
    readsHome: lines.some((line) => /\buser_readenv=1\b/.test(line)),
  };
}

function linesOf(path: string, { files }: Machine): readonly string[] {
  const reading = files.read(path);
  return reading.kind === 'read' ? reading.bytes.toString('utf8').split('\n') : [];
}

function applyEnvironmentFile(path: string, { machine, state }: Place): void {
  for (const [index, line] of linesOf(path, machine).entries()) {
    const text = line.replace(/^[ \t]+/, '').replace(/\s+$/, '');
    if (text === '' || text.startsWith('#')) continue;
    const entry = /^(?:export )?([A-Za-z0-9_]+)(=?)([^#]*)/.exec(text);
    if (!entry) continue;
    const [, name = '', sign, value = ''] = entry;
    const at = { file: path, line: index + 1 };
    if (sign) state.assign(name, known(unquoted(value.trimEnd())), { at, isExported: true });
    else if (value.trim() === '') state.unset(name, at);
  }
}

// Any opening quote is dropped with its like at the end; "not too smart", as pam_env says of itself.
function unquoted(value: string): string {
  return /^["']/.test(value) ? value.slice(1).replace(/["']$/, '') : value;
}

function applyConfiguration(path: string, { machine, person, state }: Place): void {
  for (const { text, line } of joinedLines(linesOf(path, machine))) {
    const entry = /^([A-Za-z_]\w*)((?:\s+(?:DEFAULT|OVERRIDE)=(?:"[^"]*"|\S*))+)\s*$/.exec(text);
    if (!entry) continue;
    const [, name = '', options = ''] = entry;
    const read = (option: string): string | undefined => {
      const found = new RegExp(`\\b${option}=("[^"]*"|\\S*)`).exec(options)?.[1];
      return found === undefined ? undefined : expand(found.replace(/^"(.*)"$/, '$1'), person, state);
    };
    const [override, byDefault] = [read('OVERRIDE'), read('DEFAULT')];
    const value = override === undefined || override === '' ? byDefault : override;
    if (value !== undefined) state.assign(name, known(value), { at: { file: path, line }, isExported: true });
  }
}

function joinedLines(lines: readonly string[]): readonly { text: string; line: number }[] {
  const joined: { text: string; line: number }[] = [];
  let open = '';
  for (const [index, raw] of lines.entries()) {
    const text =
      open +
      raw
        .replace(/\r$/, '')
        .replace(/(^|\s)#.*$/, '')
        .trim();
    open = text.endsWith('\\') ? `${text.slice(0, -1).trimEnd()} ` : '';
    if (open === '' && text !== '') joined.push({ text, line: index + 1 });
  }
  return joined;
}

function expand(text: string, person: Person, state: ShellState): string {
  const items: Readonly<Record<string, string | undefined>> = {
    HOME: person.home,
    PAM_USER: person.name,
    SHELL: person.shell,
  };
  const expanded = text.replaceAll(/@\{(\w+)\}/g, (_, item: string) => items[item] ?? '');
  return expanded
    .replaceAll(/(?<!\\)\$\{(\w+)\}/g, (_, name: string) => {
      const bound = state.get(name);
      return bound.kind === 'set' && bound.text.kind === 'known' ? bound.text.text : '';
    })
    .replaceAll(/\\([$@\\])/g, '$1');
}

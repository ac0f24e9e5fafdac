import type { Machine } from '../machine/machine.ts';
import type { Person } from '../machine/person.ts';
import { nameOf } from '../machine/rooted-files.ts';
import type { ShellState } from '../shell/state.ts';
import { dynamic, known } from './bound.ts';

/**
 * environment.d: what systemd gives the services and the graphical session of a person; ssh sessions get none of it.
 *
 * `*.conf` of all folders in the order of their names; a name in a stronger folder hides the same name in a weaker one.
 * Lines like `export X=1` and empty values are rejected (systemd 252). Source: environment.d(5).
 */
export function applyEnvironmentD(machine: Machine, person: Person, state: ShellState): void {
  const folders = [
    `${person.home}/.config/environment.d`,
    '/etc/environment.d',
    '/run/environment.d',
    '/usr/local/lib/environment.d',
    '/usr/lib/environment.d',
  ];
  const strongest = new Map<string, string>();
  for (const folder of folders)
    for (const name of machine.files.list(folder))
      if (name.endsWith('.conf') && !name.startsWith('.') && !strongest.has(name))
        strongest.set(name, `${folder}/${name}`);
  const paths = [...strongest.values()].toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  for (const path of paths) applyFile(path, { machine, person, state });
}

function applyFile(
  path: string,
  { machine, person, state }: { machine: Machine; person: Person; state: ShellState },
): void {
  const reading = machine.files.read(path);
  if (reading.kind !== 'read' || !person.canRead(reading.entry)) return;
  let open = '';
  for (const [index, raw] of reading.bytes.toString('utf8').split('\n').entries()) {
    const line = open + raw.replace(/\r$/, '');
    open = line.endsWith('\\') ? line.slice(0, -1) : '';
    const entry = open === '' ? /^\s*([A-Za-z_]\w*)=(.*)$/.exec(line) : undefined;
    if (!entry) continue;
    const text = expand(entry[2] ?? '', state);
    const isEmpty = text.kind === 'known' && text.text === '';
    if (!isEmpty) state.assign(entry[1] ?? '', text, { at: { file: path, line: index + 1 }, isExported: true });
  }
}

function expand(written: string, state: ShellState) {
  let isKnown = true;
  const trimmed = written.trim();
  const bare = /^'(.*)'$/.exec(trimmed)?.[1];
  if (bare !== undefined) return known(bare);
  const text = trimmed
    .replace(/^"(.*)"$/, '$1')
    .replaceAll(/\\(.)|\$(?:\{(?<braced>\w+)(?::(?<sign>[-+])(?<other>[^}]*))?\}|(?<plain>\w+))/g, (...match) => {
      const groups: Readonly<Record<string, string | undefined>> = match.at(-1);
      if (typeof match[1] === 'string') return match[1];
      const bound = state.get(groups['braced'] ?? groups['plain'] ?? '');
      if (bound.kind === 'unknown' || (bound.kind === 'set' && bound.text.kind === 'dynamic')) isKnown = false;
      const value = bound.kind === 'set' && bound.text.kind === 'known' ? bound.text.text : '';
      if (groups['sign'] === '-') return value === '' ? (groups['other'] ?? '') : value;
      return groups['sign'] === '+' ? (value === '' ? '' : (groups['other'] ?? '')) : value;
    });
  return isKnown ? known(text) : dynamic();
}

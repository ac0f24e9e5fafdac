import type { Person } from '../machine/person.ts';
import type { RegistryFile, RegistryValue } from '../machine/registry.ts';
import type { ShellState } from '../shell/state.ts';
import { known } from './bound.ts';

/** The registry as one person sees it. */
export type RegistryView = {
  readonly machine: readonly RegistryValue[];
  readonly own: readonly RegistryValue[];
  /** Of a person's hive, but nothing says whose. */
  readonly anybodys: readonly RegistryValue[];
};

/** Sorts exports into the machine's hive and each person's own. */
export function registryOf(registry: readonly RegistryFile[], person: Person, people: readonly Person[]): RegistryView {
  const values = registry.flatMap((file) => file.values.map((value) => ({ file, value })));
  const all = values.map(({ value }) => value);
  return {
    machine: all.filter(({ key }) => key.startsWith('HKEY_LOCAL_MACHINE\\')),
    anybodys: values.filter(({ file, value }) => isOwnerless(value, file, people)).map(({ value }) => value),
    own: values.flatMap(({ file, value }) => ownValue(value, { file, person, people, all })),
  };
}

const current = 'HKEY_CURRENT_USER\\';

function isOwnerless({ key }: RegistryValue, { path }: RegistryFile, people: readonly Person[]): boolean {
  return key.startsWith(current) && people.length > 1 && ownerOf(path, people) === undefined;
}

type Owner = {
  readonly file: RegistryFile;
  readonly person: Person;
  readonly people: readonly Person[];
  readonly all: readonly RegistryValue[];
};

function ownValue(value: RegistryValue, { file, person, people, all }: Owner): readonly RegistryValue[] {
  if (value.key.startsWith(current)) {
    return ownerOf(file.path, people) === person || (people.length === 1 && people[0] === person) ? [value] : [];
  }
  const hive = /^HKEY_USERS\\([^\\]+)\\/.exec(value.key);
  if (!hive || hive[1]?.endsWith('_CLASSES')) return [];
  const owner = personOfHive(hive[1] ?? '', { people, all });
  return owner === person ? [{ ...value, key: current + value.key.slice(hive[0].length) }] : [];
}

// `HKCU-alice.reg`, `alice.reg`, `Users/alice/NTUSER.reg`.
function ownerOf(path: string, people: readonly Person[]): Person | undefined {
  const named = path.toLowerCase().split(/[\\/._\s-]+/);
  return (
    people.find(({ home }) => path.startsWith(`${home}/`)) ??
    people.find(
      ({ name }) => named.includes(name.toLowerCase()) || path.toLowerCase().includes(`/${name.toLowerCase()}.`),
    )
  );
}

// A hive is named by its owner's identifier; the list of profiles says whose home that is.
function personOfHive(hive: string, { people, all }: Pick<Owner, 'people' | 'all'>): Person | undefined {
  const profile = all.find(
    ({ key, name }) => key.endsWith(`\\PROFILELIST\\${hive}`) && name.toUpperCase() === 'PROFILEIMAGEPATH',
  );
  const name = (profile?.text ?? hive).split('\\').at(-1)?.toLowerCase();
  return (
    people.find((one) => one.name.toLowerCase() === name) ??
    (people.length === 1 && hive.startsWith('S-1-5-21-') ? people[0] : undefined)
  );
}

const machineEnvironment =
  /^HKEY_LOCAL_MACHINE\\SYSTEM\\(?:CURRENTCONTROLSET|CONTROLSET001)\\CONTROL\\SESSION MANAGER\\ENVIRONMENT$/;
const userEnvironment = /^HKEY_CURRENT_USER\\(?:VOLATILE )?ENVIRONMENT$/;

/** Machine variables, then the person's own, which replace them; names are the same in any case. */
export function applyRegistry({ machine, own, anybodys }: RegistryView, state: ShellState): void {
  applyValues(machine, machineEnvironment, state);
  applyValues(own, userEnvironment, state);
  for (const { key, name, file, line } of anybodys)
    if (userEnvironment.test(key)) state.doubt(name.toUpperCase(), { at: { file, line }, doubt: 'who_unknown' });
}

function applyValues(values: readonly RegistryValue[], key: RegExp, state: ShellState): void {
  for (const value of values.filter((one) => key.test(one.key))) {
    const at = { file: value.file, line: value.line };
    const name = value.name.toUpperCase();
    if (value.type === 'removed') {
      for (const one of value.name === '*' ? [...state.variables.keys()] : [name]) state.unset(one, at);
      continue;
    }
    // Only text makes a variable: a number under this key is passed over.
    if ((value.type !== 'text' && value.type !== 'expandable') || value.text === undefined) continue;
    const text = value.type === 'expandable' ? expandPercent(value.text, state) : value.text;
    state.assign(name, known(text), { at, isExported: true });
  }
}

function expandPercent(text: string, state: ShellState): string {
  return text.replaceAll(/%([^%]+)%/g, (whole, name: string) => {
    const bound = state.get(name.toUpperCase());
    return bound.kind === 'set' && bound.text.kind === 'known' ? bound.text.text : whole;
  });
}

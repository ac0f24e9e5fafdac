import type { RegistryView } from '../environment/windows.ts';
import type { Machine } from '../machine/machine.ts';
import type { Person } from '../machine/person.ts';
import type { RegistryValue } from '../machine/registry.ts';
import {
  type DocumentReading,
  documentOf,
  type FileFault,
  isRecord,
  readPreferences,
  readSettingsFile,
  type SettingsDocument,
} from './settings-document.ts';

export type ManagedName = 'server_managed' | 'mdm' | 'managed_file' | 'hkcu';

/** One place an administrator's settings can come from, with what it delivers. Documents stand weakest first. */
export type ManagedSource = {
  readonly name: ManagedName;
  readonly documents: readonly SettingsDocument[];
  readonly faults: readonly FileFault[];
  /** Whether it delivers at least one key that is policy: the first source that does wins, alone. */
  readonly delivers: boolean;
};

export type ManagedPlace = {
  readonly machine: Machine;
  readonly person: Person;
  readonly registry: RegistryView;
  readonly configFolder: string;
};

/** The folder that managed-settings.json must lie in on this system. */
export function managedFolder({ system, drive }: Pick<Machine, 'system' | 'drive'>): string {
  if (system === 'macos') return '/Library/Application Support/ClaudeCode';
  return system === 'windows' ? `${drive}/Program Files/ClaudeCode` : '/etc/claude-code';
}

/** All of them in the client's order, strongest first. Source: code.claude.com managed-settings, read 2026-08-22. */
export function readManagedSources(place: ManagedPlace): readonly ManagedSource[] {
  const { machine, person, registry } = place;
  const remote = sourceOf('server_managed', [
    remoteDocument(readSettingsFile(machine.files, `${place.configFolder}/remote-settings.json`, person)),
  ]);
  const file = fileSource(managedFolder(machine), place);
  const sources = [remote, ...mdmSources(place), file];
  if (machine.system === 'windows') sources.push(sourceOf('hkcu', policyValues(registry.own)));
  return machine.isWsl ? withWindows(sources, place) : sources;
}

function mdmSources({ machine, person, registry }: ManagedPlace): readonly ManagedSource[] {
  if (machine.system === 'windows') return [sourceOf('mdm', policyValues(registry.machine))];
  if (machine.system !== 'macos') return [];
  const name = 'com.anthropic.claudecode.plist';
  const paths = [`/Library/Managed Preferences/${name}`, `/Library/Managed Preferences/${person.name}/${name}`];
  return [
    sourceOf(
      'mdm',
      paths.map((path) => readPreferences(machine.files, path)),
    ),
  ];
}

function policyValues(values: readonly RegistryValue[]): readonly DocumentReading[] {
  return values
    .filter(({ key, name }) => key.endsWith('\\SOFTWARE\\POLICIES\\CLAUDECODE') && name.toLowerCase() === 'settings')
    .filter(({ type }) => type === 'text' || type === 'expandable')
    .map(({ text, file, line }) => documentOf(text ?? '', file, line));
}

/** `managed-settings.json`, then the drop-ins in alphabetical order; hidden files and other endings are passed over. */
function fileSource(folder: string, { machine, person }: ManagedPlace): ManagedSource {
  const dropIns = machine.files
    .list(`${folder}/managed-settings.d`)
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .map((name) => `${folder}/managed-settings.d/${name}`);
  return sourceOf(
    'managed_file',
    [`${folder}/managed-settings.json`, ...dropIns].map((path) => readSettingsFile(machine.files, path, person)),
  );
}

// In WSL the Windows machine's own sources come first, if one of them says so.
function withWindows(sources: readonly ManagedSource[], place: ManagedPlace): readonly ManagedSource[] {
  const windows = fileSource('/mnt/c/Program Files/ClaudeCode', place);
  const policy = sourceOf('mdm', policyValues(place.registry.machine));
  const inherits = [windows, policy].some(({ documents }) =>
    documents.some(({ values }) => values['wslInheritsWindowsSettings'] === true),
  );
  return inherits ? [policy, windows, ...sources] : sources;
}

function remoteDocument(reading: DocumentReading): DocumentReading {
  if (reading.kind !== 'read') return reading;
  const inner = reading.document.values['settings'];
  if (!isRecord(inner)) return reading;
  const { document } = reading;
  return {
    kind: 'read',
    document: { ...document, values: inner, lineOf: (path) => document.lineOf(['settings', ...path]) },
  };
}

const notPolicy = new Set([
  '$schema',
  'managedSourcesBehavior',
  'parentSettingsBehavior',
  'wslInheritsWindowsSettings',
]);

function sourceOf(name: ManagedName, readings: readonly DocumentReading[]): ManagedSource {
  const documents = readings.flatMap((reading) => (reading.kind === 'read' ? [reading.document] : []));
  const faults = readings.flatMap((reading) => (reading.kind === 'fault' ? [reading.fault] : []));
  const delivers = documents.some(({ values }) => Object.keys(values).some((key) => !notPolicy.has(key)));
  return { name, documents, faults, delivers };
}

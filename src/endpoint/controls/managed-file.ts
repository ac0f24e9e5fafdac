import { managedFolder, type ManagedSource } from '../claude/managed-sources.ts';
import type { FileFault } from '../claude/settings-document.ts';
import type { Entry } from '../machine/rooted-files.ts';
import { folderOf } from '../machine/rooted-files.ts';
import { because, type Control, type Judgement, type Subject } from './control.ts';

/** Whether administrators' settings are in force, and only administrators can change them. */
function managedSettings(subject: Subject): Judgement {
  const sources = subject.situations[0]?.managed ?? [];
  const fault = sources.filter(({ name }) => name !== 'server_managed').flatMap(({ faults }) => faults)[0];
  if (fault) return { state: 'not_met', why: because(faultReason(fault), { file: fault.file }), place: fault };
  const winner = sources.find(({ delivers }) => delivers);
  const [document] = winner?.documents ?? [];
  if (!winner || !document) return absent(subject);
  const decided = { place: { file: document.file, line: 1 }, source: winner.name, value: winner.name };
  if (winner.name === 'hkcu')
    return { state: 'not_met', why: because('managed_user_hive', { file: document.file }), ...decided };
  const loose = looseFile(winner, subject);
  if (loose) return { state: 'not_met', why: loose.why, ...decided, place: { file: loose.file, line: 1 } };
  return { state: 'met', why: because('managed_in_force', { file: document.file }), ...decided, holds: true };
}

function faultReason({ fault }: FileFault) {
  if (fault === 'unreadable') return 'managed_unreadable';
  if (fault === 'outside_root' || fault === 'too_large') return 'managed_unreadable';
  return fault === 'empty' ? 'managed_empty' : 'managed_malformed';
}

/** A file that somebody else than an administrator can change: the client takes it all the same (measured 2.1.330). */
function looseFile(source: ManagedSource, subject: Subject) {
  if (subject.machine.system === 'windows' || source.name === 'server_managed') return undefined;
  for (const { file } of source.documents) {
    const entry = subject.machine.files.entry(file);
    if (!entry) continue;
    if (isInReachOfPeople(entry, subject)) return { file, why: because('managed_link', { file: entry.path }) };
    const open = chain(file, subject).find((one) => isLoose(one, keepsOwners(subject)));
    if (open) return { file, why: because('managed_writable', { file: open.path }) };
  }
  return undefined;
}

function chain(file: string, { machine }: Subject): readonly Entry[] {
  const found: Entry[] = [];
  for (let path = file; path !== '/'; path = folderOf(path)) {
    const entry = machine.files.entry(path);
    if (entry) found.push(entry);
  }
  return found;
}

// A copy of a tree often belongs to whoever copied it: then owners say nothing.
function keepsOwners({ machine }: Subject): boolean {
  return machine.isLive || machine.files.entry('/etc/passwd')?.ownerId === 0;
}

const macAdministrators = 80;

function isLoose({ mode, kind, ownerId, groupId }: Entry, ownersCount: boolean): boolean {
  const isForeignGroup = groupId !== 0 && groupId !== macAdministrators;
  if (ownersCount && (ownerId !== 0 || ((mode & 0o020) !== 0 && isForeignGroup))) return true;
  const isSticky = kind === 'folder' && (mode & 0o1000) !== 0;
  return (mode & 0o002) !== 0 && !isSticky;
}

function isInReachOfPeople({ path, links }: Entry, { people }: Subject): boolean {
  if (links.length === 0) return false;
  return /^\/(?:tmp|var\/tmp|dev\/shm)\//.test(path) || people.some(({ home }) => path.startsWith(`${home}/`));
}

function absent(subject: Subject): Judgement {
  const folder = managedFolder(subject.machine);
  const misnamed = subject.machine.files
    .list(folder)
    .find(
      (name) =>
        name !== 'managed-settings.json' && /^\.?(?:managed[-_ ]?settings|settings)\.\w+(?:\.\w+)?$/i.test(name),
    );
  if (misnamed) return lost('managed_wrong_name', `${folder}/${misnamed}`);
  const dropIn = subject.machine.files.list(`${folder}/managed-settings.d`)[0];
  if (dropIn) return lost('managed_wrong_name', `${folder}/managed-settings.d/${dropIn}`);
  const elsewhere = wrongFolders(subject).flatMap((wrong) =>
    subject.machine.files
      .list(wrong)
      .filter((name) => /settings\.json$/i.test(name))
      .map((name) => `${wrong}/${name}`),
  )[0];
  return elsewhere === undefined
    ? { state: 'not_met', why: because('managed_absent', { file: `${folder}/managed-settings.json` }) }
    : lost('managed_wrong_folder', elsewhere);
}

function lost(reason: 'managed_wrong_name' | 'managed_wrong_folder', file: string): Judgement {
  return { state: 'not_met', why: because(reason, { file }), place: { file, line: 1 } };
}

// Where guides and habits put the file and the client does not look.
function wrongFolders({ machine, person }: Subject): readonly string[] {
  const { drive, files, system } = machine;
  if (system === 'windows')
    return [
      'ProgramData/ClaudeCode',
      'ProgramData/Claude',
      'Program Files (x86)/ClaudeCode',
      'Program Files/Claude Code',
      'Program Files/Claude',
    ].map((name) => `${drive}/${name}`);
  const others =
    system === 'macos'
      ? [
          '/Library/Application Support/Claude Code',
          '/Library/Application Support/Claude',
          `${person.home}/Library/Application Support/ClaudeCode`,
          '/etc/claude-code',
        ]
      : [
          '/etc/claude',
          '/etc/claude_code',
          '/etc/claudecode',
          '/usr/local/etc/claude-code',
          '/opt/claude-code',
          `${person.home}/.config/claude-code`,
        ];
  const spelled = files
    .list('/etc')
    .filter((name) => /^claude[-_]?code$/i.test(name) && name !== 'claude-code')
    .map((name) => `/etc/${name}`);
  return [...others, ...spelled];
}

/** Whether the client takes every settings file of one's own: a broken one is passed over whole, and often in silence. */
function settingsFiles({ situations }: Subject): Judgement {
  const faults = situations.flatMap((situation) => situation.faults);
  const [first] = faults;
  if (!first) return { state: 'met', why: because('files_taken') };
  const isUnsure = first.fault === 'outside_root' || first.fault === 'too_large';
  return {
    state: isUnsure ? 'unknown' : 'not_met',
    why: because('file_rejected', { file: first.file, fault: first.fault }),
    place: first,
  };
}

export const fileControls: readonly Control[] = [
  { id: 'managed_settings', judge: managedSettings },
  { id: 'settings_files', judge: settingsFiles },
];

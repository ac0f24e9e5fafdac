import type { RootedFiles } from './rooted-files.ts';

export type System = 'linux' | 'macos' | 'windows';

/** One workstation: its files, and what kind of system they are of. */
export type Machine = {
  readonly files: RootedFiles;
  readonly system: System;
  /** The running machine itself, not a copy of its tree. */
  readonly isLive: boolean;
  /** The folder that stands for the drive (`/C`) in a Windows tree; empty where the root is the drive. */
  readonly drive: string;
  readonly isWsl: boolean;
  /** `ID` and `ID_LIKE` of os-release. */
  readonly distribution: readonly string[];
};

const driveNames = ['C', 'c', 'C:', 'c:', 'C_', 'drive_c'];

/** What kind of system a tree is of, told by the folders only one of them has. */
export function describeMachine(
  files: RootedFiles,
  { isLive, system }: { readonly isLive: boolean; readonly system?: System | undefined },
): Machine {
  const drive = driveNames.find((name) => files.list('/').includes(name) && files.isFolder(`/${name}`));
  const kind = system ?? guessSystem(files, drive !== undefined);
  return {
    files,
    system: kind,
    isLive,
    drive: kind === 'windows' && drive !== undefined ? `/${drive}` : '',
    isWsl:
      kind === 'linux' &&
      (files.isFile('/etc/wsl.conf') || files.isFolder('/mnt/c/Windows') || files.isFolder('/mnt/c/Users')),
    distribution: kind === 'linux' ? readDistribution(files) : [],
  };
}

function guessSystem(files: RootedFiles, hasDrive: boolean): System {
  if (hasDrive) return 'windows';
  const names = new Set(files.list('/'));
  if (['Windows', 'Program Files', 'ProgramData'].some((name) => names.has(name))) return 'windows';
  if (names.has('home') || names.has('root')) return 'linux';
  if (hasRegistry(files)) return 'windows';
  if (['Library', 'System', 'Applications'].some((name) => names.has(name))) return 'macos';
  if (!names.has('Users')) return 'linux';
  const homes = files.list('/Users').map((name) => `/Users/${name}`);
  return homes.some((home) =>
    ['AppData', 'Documents/PowerShell', 'Documents/WindowsPowerShell'].some((name) =>
      files.isFolder(`${home}/${name}`),
    ),
  )
    ? 'windows'
    : 'macos';
}

function hasRegistry(files: RootedFiles): boolean {
  const folders = ['/', '/registry', '/Registry', '/reg', ...files.list('/Users').map((name) => `/Users/${name}`)];
  return folders.some((folder) => files.list(folder).some((name) => name.toLowerCase().endsWith('.reg')));
}

function readDistribution(files: RootedFiles): readonly string[] {
  const reading = files.read('/etc/os-release');
  const text = reading.kind === 'read' ? reading.bytes.toString('utf8') : '';
  const ids = [...text.matchAll(/^ID(?:_LIKE)?=["']?([^"'\n]*)/gm)].flatMap((match) => (match[1] ?? '').split(/\s+/));
  if (ids.length === 0 && files.isFile('/etc/debian_version')) return ['debian'];
  if (ids.length === 0 && files.isFile('/etc/redhat-release')) return ['rhel'];
  return ids.map((id) => id.toLowerCase()).filter((id) => id !== '');
}

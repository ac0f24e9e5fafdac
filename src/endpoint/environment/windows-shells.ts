import { runPowerShellFile } from '../foreign/powershell.ts';
import type { Machine } from '../machine/machine.ts';
import type { Person } from '../machine/person.ts';
import type { ShellState } from '../shell/state.ts';

/**
 * What the profiles of PowerShell 7 and Windows PowerShell make of the environment, joined where both have some; false
 * when there is no profile. Programs started otherwise see nothing of it.
 */
export function startPowerShell(machine: Machine, person: Person, state: ShellState): boolean {
  const documents = ['Documents', 'OneDrive/Documents', ...oneDriveFolders(machine, person)].map(
    (name) => `${person.home}/${name}`,
  );
  const drive = machine.drive;
  const paths = [
    ...['PowerShell/7', 'PowerShell/7-preview'].map((name) => `${drive}/Program Files/${name}`),
    `${drive}/Windows/System32/WindowsPowerShell/v1.0`,
    ...documents.flatMap((folder) => [`${folder}/PowerShell`, `${folder}/WindowsPowerShell`]),
  ]
    .flatMap((folder) => [`${folder}/profile.ps1`, `${folder}/Microsoft.PowerShell_profile.ps1`])
    .filter((path) => machine.files.isFile(path));
  for (const path of paths) runPowerShellFile(machine.files, path, state);
  return paths.length > 0;
}

function oneDriveFolders({ files }: Machine, { home }: Person): readonly string[] {
  return files
    .list(home)
    .filter((name) => name.startsWith('OneDrive - '))
    .map((name) => `${name}/Documents`);
}

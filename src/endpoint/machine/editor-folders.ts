import type { Machine } from './machine.ts';
import type { Person } from './person.ts';

const editors = {
  code: ['Code', 'Code - Insiders', 'VSCodium'],
  cursor: ['Cursor'],
  windsurf: ['Windsurf'],
  kiro: ['Kiro'],
} as const;

export type EditorName = keyof typeof editors;

/** The folders in which editors of the VS Code family keep a person's settings. */
export function editorFolders({ system }: Machine, { home }: Person, name: EditorName): readonly string[] {
  const base =
    system === 'macos'
      ? `${home}/Library/Application Support`
      : system === 'windows'
        ? `${home}/AppData/Roaming`
        : `${home}/.config`;
  const flatpak = system === 'linux' && name === 'code' ? [`${home}/.var/app/com.visualstudio.code/config/Code`] : [];
  return [...editors[name].map((folder) => `${base}/${folder}`), ...flatpak];
}

/** The settings files of all of them that exist. */
export function editorSettingsPaths(machine: Machine, person: Person): readonly string[] {
  const names = Object.keys(editors) as EditorName[];
  return names
    .flatMap((name) => editorFolders(machine, person, name))
    .map((folder) => `${folder}/User/settings.json`)
    .filter((path) => machine.files.isFile(path));
}

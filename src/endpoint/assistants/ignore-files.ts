import { because, type Control, type Judgement, type Subject } from '../controls/control.ts';
import { editorFolders } from '../machine/editor-folders.ts';

/** An assistant's file that keeps paths from it, and where its use shows. */
type IgnoreFile = { readonly assistant: string; readonly file: string; readonly isUsed: (subject: Subject) => boolean };

const isFolder = ({ machine, person }: Subject, name: string): boolean =>
  machine.files.isFolder(`${person.home}/${name}`);

const ignoreFiles: readonly IgnoreFile[] = [
  {
    assistant: 'Cursor',
    file: '.cursorignore',
    isUsed: (subject) => isFolder(subject, '.cursor') || usesEditor(subject, 'cursor'),
  },
  {
    assistant: 'Windsurf',
    file: '.codeiumignore',
    isUsed: (subject) => isFolder(subject, '.codeium') || usesEditor(subject, 'windsurf'),
  },
  { assistant: 'Gemini CLI', file: '.geminiignore', isUsed: (subject) => isFolder(subject, '.gemini') },
  {
    assistant: 'JetBrains',
    file: '.aiignore',
    isUsed: (subject) =>
      isFolder(subject, '.config/JetBrains') || isFolder(subject, 'Library/Application Support/JetBrains'),
  },
];

function usesEditor({ machine, person }: Subject, name: 'cursor' | 'windsurf'): boolean {
  return editorFolders(machine, person, name).some((folder) => machine.files.isFolder(folder));
}

/** Every repository holds the ignore file of each assistant in use here. */
function exclusionFiles(subject: Subject): Judgement {
  const repositories = subject.projects.filter(({ isRepository }) => isRepository);
  const used = ignoreFiles.filter((one) => one.isUsed(subject));
  if (used.length === 0)
    return {
      state: 'met',
      why: because('not_here', { name: ignoreFiles.map(({ assistant }) => assistant).join(', ') }),
    };
  for (const { path } of repositories)
    for (const { file, assistant } of used)
      if (!subject.machine.files.isFile(`${path}/${file}`))
        return {
          state: 'not_met',
          why: because('ignore_file_missing', { file: `${path}/${file}`, name: assistant }),
          project: path,
        };
  return { state: 'met', why: because('ignore_file_there') };
}

export const ignoreControls: readonly Control[] = [{ id: 'exclusion_files', judge: exclusionFiles }];

import { runGit } from './run-git.ts';

/** How many files the last commit of a work tree has, and how many bytes. @throws cli_git_missing, cli_history_unreadable */
export async function repositorySize(repository: string): Promise<{ readonly files: number; readonly bytes: number }> {
  const size = { files: 0, bytes: 0 };
  const line = (text: string): void => {
    const blob = /^\d{6} blob [0-9a-f]+ +(\d+)\t/.exec(text);
    if (!blob) return;
    size.files += 1;
    size.bytes += Number(blob[1]);
  };
  await runGit({ repository, args: ['ls-tree', '-r', '-l', 'HEAD'], line });
  return size;
}

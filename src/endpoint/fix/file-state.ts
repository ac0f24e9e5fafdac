import { sha256Hex } from '../../base/index.ts';

/** What stands at a path, as far as it must be put back: a link is itself, not what it leads to. */
export type FileState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'link'; readonly target: string }
  | {
      readonly kind: 'file';
      readonly bytes: Buffer;
      readonly mode: number;
      readonly ownerId: number;
      readonly groupId: number;
    };

/** The SHA-256 of a file’s bytes, of a link’s target after `link:`, or the word for nothing. */
export function digestOf(state: FileState): string {
  if (state.kind === 'absent') return 'absent';
  return state.kind === 'link' ? `link:${sha256Hex(state.target)}` : sha256Hex(state.bytes);
}

export function isSame(one: FileState, other: FileState): boolean {
  if (digestOf(one) !== digestOf(other)) return false;
  return one.kind !== 'file' || other.kind !== 'file' || one.mode === other.mode;
}

/** Whether others than its owner and administrators can change a file, or the person it is about cannot read it. */
export function isLoose({ mode, groupId }: Extract<FileState, { kind: 'file' }>, target: string): boolean {
  if (process.platform === 'win32') return false;
  // Copilot takes no file that any group can change.
  const isGroups = (mode & 0o020) !== 0 && (groupId !== 0 || target === 'copilot-settings');
  return (mode & 0o002) !== 0 || (mode & 0o004) === 0 || isGroups;
}

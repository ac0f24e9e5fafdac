import type { Doubt } from '../environment/bound.ts';
import type { ShellStart } from './run.ts';

export type ScriptText =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fault'; readonly doubt: Doubt };

// No profile is this long; text made to be slow is.
const maxScriptBytes = 256 * 1024;

/** A script as this person's shell reads it. What the person may not read, and what is no text, is not run. */
export function readFileInShell(path: string, { files, canRead }: Pick<ShellStart, 'files' | 'canRead'>): ScriptText {
  const reading = files.read(path);
  if (reading.kind === 'absent') return { kind: 'none' };
  if (reading.kind === 'fault') return { kind: 'fault', doubt: reading.doubt };
  if (!canRead(reading.entry)) return { kind: 'none' };
  if (reading.bytes.length > maxScriptBytes) return { kind: 'fault', doubt: 'too_large' };
  // A NUL in the first lines makes a shell say "cannot execute binary file".
  if (reading.bytes.subarray(0, 256).includes(0)) return { kind: 'none' };
  return { kind: 'text', text: reading.bytes.toString('utf8') };
}

import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../claude/settings-document.ts';
import { jsonTree } from '../machine/json-file.ts';
import { folderOf, nameOf } from '../machine/rooted-files.ts';
import type { FileState } from './file-state.ts';
import type { Change } from './planning.ts';

/** One line of what changes in a file: a key of a settings file, or the file itself. */
export type ChangeLine = { readonly sign: '+' | '-' | '~'; readonly text: string };

/**
 * What changes, key by key, in words that can be shown: another's value is never told, ours only where it is no secret.
 * Files that are no JSON are told as a whole.
 */
export function describeChange({ target, current, after }: Change): readonly ChangeLine[] {
  if (after.kind === 'absent') return [{ sign: '-', text: 'file' }];
  if (after.kind === 'link')
    return [{ sign: '~', text: `link → ${nameOf(folderOf(after.target))}/${nameOf(after.target)}` }];
  const isOwn = target === 'bundle' || target === 'trust';
  const [old, fresh] = [valuesOf(current), isOwn ? undefined : valuesOf(after)];
  if (!fresh) return [{ sign: current.kind === 'absent' ? '+' : '~', text: `file, ${after.bytes.length} bytes` }];
  const lines = compared(old ?? {}, fresh);
  const replaced = current.kind !== 'absent' && !old ? [{ sign: '~', text: 'file' } as const] : [];
  const modes = current.kind === 'file' && current.mode !== after.mode ? [modeLine(current.mode, after.mode)] : [];
  return [...replaced, ...modes, ...lines];
}

function modeLine(from: number, to: number): ChangeLine {
  return { sign: '~', text: `mode ${from.toString(8)} → ${to.toString(8)}` };
}

function valuesOf(state: FileState): Readonly<Record<string, unknown>> | undefined {
  if (state.kind !== 'file') return undefined;
  const value = jsonTree(state.bytes.toString('utf8'), { isStrict: false })?.value;
  return isRecord(value) ? value : undefined;
}

function compared(old: unknown, fresh: unknown, path: readonly string[] = []): readonly ChangeLine[] {
  if (isDeepStrictEqual(old, fresh)) return [];
  if (isRecord(fresh) && (old === undefined || isRecord(old))) {
    const before = isRecord(old) ? old : {};
    const keys = new Set([...Object.keys(before), ...Object.keys(fresh)]);
    return [...keys].flatMap((key) => compared(before[key], fresh[key], [...path, key]));
  }
  const name = path.join('.');
  if (fresh === undefined) return [{ sign: '-', text: name }];
  if (!Array.isArray(fresh) || !Array.isArray(old))
    return [{ sign: old === undefined ? '+' : '~', text: `${name} = ${shown(name, fresh)}` }];
  const added = fresh.filter((each) => !old.some((one) => isDeepStrictEqual(one, each)));
  const gone = old.filter((each) => !fresh.some((one) => isDeepStrictEqual(one, each))).length;
  const lines = added.map((each): ChangeLine => ({ sign: '+', text: `${name}[] = ${shown(name, each)}` }));
  return gone > 0 ? [...lines, { sign: '-', text: `${name}[] × ${gone}` }] : lines;
}

const longestShown = 160;

function shown(name: string, value: unknown): string {
  if (/token|key|secret|password|header|helper/i.test(name)) return '[withheld]';
  const text = JSON.stringify(value).replaceAll(/:\/\/[^/@\s]+@/g, '://[withheld]@');
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

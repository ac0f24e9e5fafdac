import { normalised } from '../machine/rooted-files.ts';
import type { Text } from '../environment/bound.ts';
import type { ShellStart } from './run.ts';
import type { ShellState, Tri } from './state.ts';

/** A path as a shell finds it from where it stands; where that is not known, from home. */
export function pathFrom(path: string, state: ShellState, { home }: Pick<ShellStart, 'home'>): string {
  return normalised(path.startsWith('/') ? path : `${state.folder || home}/${path}`);
}

/** Goes to another folder, as `cd` does, and says whether it was there. */
export function changeFolder(words: readonly Text[], state: ShellState, start: ShellStart): Tri {
  const to = words.find((word) => word.kind === 'dynamic' || !/^-[LPqe@-]+$/.test(word.text));
  if (to === undefined) {
    state.folder = '';
    return 'yes';
  }
  const isRelative = to.kind === 'known' && !to.text.startsWith('/');
  if (to.kind === 'dynamic' || /^[-+]/.test(to.text) || (isRelative && state.folder === undefined)) {
    state.folder = undefined;
    return 'unknown';
  }
  const path = pathFrom(to.text, state, start);
  if (start.files.isFolder(path)) {
    state.folder = path;
    return 'yes';
  }
  if (start.isWholeMachine) return 'no';
  // A part of a tree may leave it out: a shell that finds it stands there.
  state.folder = path;
  return 'unknown';
}

import {
  type Bound,
  type Doubt,
  isNonEmpty,
  joinBounds,
  neverSet,
  type Place,
  replacing,
  type Text,
} from '../environment/bound.ts';
import type { ShellNode } from './syntax.ts';

/** Yes, no, or not to be said without running it. */
export type Tri = 'yes' | 'no' | 'unknown';

export const not = (tri: Tri): Tri => (tri === 'yes' ? 'no' : tri === 'no' ? 'yes' : 'unknown');

export type ShellFunction = { readonly body: ShellNode; readonly file: string; readonly lineOffset: number };

/** A shell at one moment. It is changed in place; where two ways part, it is copied. */
export class ShellState {
  variables = new Map<string, Bound>();
  /** `undefined`: defined on one way and not on the other. */
  functions = new Map<string, ShellFunction | undefined>();
  aliases = new Map<string, { readonly text: Text; readonly at: Place }>();
  /** Names marked for export before they had a value. */
  exportMarks = new Set<string>();
  readonlyNames = new Set<string>();
  positional: readonly Text[] = [];
  /** What local variables hid, one map a running function. */
  frames: Map<string, Bound>[] = [];
  exportsAll = false;
  /** Where the shell stands: empty for the home it began in, undefined where it may be anywhere. */
  folder: string | undefined = '';
  /** zsh: start-up files that are read no more (`no_rcs`, `no_global_rcs`). */
  unread: 'none' | 'system' | 'all' = 'none';
  /** What bash runs before each command (`trap … DEBUG`). */
  debugTrap: { readonly text: string; readonly at: Place } | undefined;
  /** Set when something ran that may have changed any variable. */
  anything: { readonly at: Place; readonly doubt: Doubt } | undefined;
  status: Tri = 'yes';

  copy(): ShellState {
    const copy = new ShellState();
    copy.variables = new Map(this.variables);
    copy.functions = new Map(this.functions);
    copy.aliases = new Map(this.aliases);
    copy.exportMarks = new Set(this.exportMarks);
    copy.readonlyNames = new Set(this.readonlyNames);
    copy.positional = this.positional;
    copy.frames = this.frames.map((frame) => new Map(frame));
    copy.exportsAll = this.exportsAll;
    copy.folder = this.folder;
    copy.unread = this.unread;
    copy.debugTrap = this.debugTrap;
    copy.anything = this.anything;
    copy.status = this.status;
    return copy;
  }

  get(name: string): Bound {
    const bound = this.variables.get(name);
    if (bound) return bound;
    return this.anything ? { kind: 'unknown', ...this.anything } : neverSet;
  }

  /** Assigns; `isExported` undefined keeps what the variable was. A readonly variable stays. */
  assign(name: string, text: Text, { at, isExported }: { at: Place; isExported?: boolean | undefined }): void {
    if (this.readonlyNames.has(name)) return;
    const previous = this.get(name);
    const wasExported = (previous.kind === 'set' && previous.isExported) || this.exportMarks.has(name);
    if (previous.kind === 'unknown' && isExported === undefined && !this.exportsAll && !wasExported) {
      this.variables.set(name, replacing({ kind: 'unknown', at, doubt: previous.doubt, text }, previous));
      return;
    }
    const bound: Bound = { kind: 'set', text, at, isExported: isExported ?? (wasExported || this.exportsAll) };
    this.variables.set(name, replacing(bound, previous));
  }

  /** Marks for export, or no longer. */
  mark(name: string, isExported: boolean, at: Place): void {
    const bound = this.get(name);
    if (!isExported) this.exportMarks.delete(name);
    if (bound.kind === 'set') {
      if (bound.isExported === isExported) return;
      // Taking the mark away is what decides; giving it leaves the assignment as the line to show.
      this.variables.set(name, isExported ? { ...bound, isExported } : replacing({ ...bound, at, isExported }, bound));
      return;
    }
    if (bound.kind === 'unknown' && isExported && bound.text)
      this.variables.set(name, { kind: 'set', text: bound.text, at: bound.at, isExported, previous: bound.previous });
    if (isExported) this.exportMarks.add(name);
  }

  unset(name: string, at: Place): void {
    if (this.readonlyNames.has(name)) return;
    this.exportMarks.delete(name);
    this.variables.set(name, replacing({ kind: 'unset', at }, this.get(name)));
  }

  /** Something ran that may have set or unset this variable. */
  doubt(name: string, doubt: { readonly at: Place; readonly doubt: Doubt }): void {
    if (this.readonlyNames.has(name)) return;
    this.variables.set(name, replacing({ kind: 'unknown', ...doubt }, this.get(name)));
  }

  /** Something ran that may have set or unset any variable. */
  doubtAll(doubt: { readonly at: Place; readonly doubt: Doubt }): void {
    this.anything ??= doubt;
    for (const [name, bound] of this.variables) if (bound.kind !== 'unknown') this.doubt(name, doubt);
  }

  /** Makes a name local to the running function: at its end the old value comes back. */
  makeLocal(name: string): void {
    const frame = this.frames.at(-1);
    if (frame && !frame.has(name)) frame.set(name, this.get(name));
  }

  leaveFunction(): void {
    const frame = this.frames.pop();
    for (const [name, bound] of frame ?? []) this.variables.set(name, bound);
  }

  /** Whether a child process gets this variable non-empty, as far as can be said. */
  isPassedOn(name: string): Tri {
    const bound = this.get(name);
    if (bound.kind === 'unknown') return 'unknown';
    if (bound.kind === 'unset' || !bound.isExported) return 'no';
    return isNonEmpty(bound.text) ? 'yes' : bound.text.kind === 'known' ? 'no' : 'unknown';
  }
}

/** What holds after ways of which one was taken; undefined when there is none. */
export function joinStates(states: readonly ShellState[]): ShellState | undefined {
  const [first, ...others] = states;
  return first && others.reduce(joinTwo, first);
}

function joinTwo(one: ShellState, other: ShellState): ShellState {
  if (one === other) return one;
  const joined = one.copy();
  joined.anything = one.anything ?? other.anything;
  for (const name of new Set([...one.variables.keys(), ...other.variables.keys()]))
    joined.variables.set(name, joinBounds(one.get(name), other.get(name)));
  for (const name of new Set([...one.functions.keys(), ...other.functions.keys()])) {
    const [a, b] = [one.functions.get(name), other.functions.get(name)];
    joined.functions.set(name, a?.body === b?.body ? a : undefined);
  }
  for (const [name, alias] of other.aliases) if (!joined.aliases.has(name)) joined.aliases.set(name, alias);
  joined.exportMarks = one.exportMarks.intersection(other.exportMarks);
  joined.readonlyNames = one.readonlyNames.intersection(other.readonlyNames);
  joined.exportsAll = one.exportsAll && other.exportsAll;
  joined.folder = one.folder === other.folder ? one.folder : undefined;
  joined.unread = one.unread === other.unread ? one.unread : 'none';
  joined.debugTrap = one.debugTrap ?? other.debugTrap;
  joined.status = one.status === other.status ? one.status : 'unknown';
  return joined;
}

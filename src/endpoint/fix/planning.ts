import type { Machine } from '../machine/machine.ts';
import type { FileState } from './file-state.ts';
import type { FixRecord, RecordFolder } from './fix-record.ts';
import type { Part } from './merge-settings.ts';
import type { RootedWriter } from './rooted-writer.ts';
import type { RouteKind } from './unwanted.ts';

/** What the policy compiles to for workstations: a text for each compile target, and for octroi's own files. */
export type FixProfile = {
  readonly policyVersion: string;
  readonly route: RouteKind;
  readonly texts: ReadonlyMap<string, string>;
};

/** One file as it is, as it was without us, and as it shall be. */
export type Change = {
  readonly path: string;
  readonly target: string;
  readonly current: FileState;
  readonly before: FileState;
  readonly after: FileState;
  readonly wrote: readonly Part[];
  readonly removed: boolean;
};

/** What goes against the profile and is not ours to change unasked. `key` is a path of keys, where it is one. */
export type Left = {
  readonly path: string;
  readonly kind: 'value' | 'text' | 'link' | 'rights' | 'foreign' | 'changed' | 'outranked';
  readonly key: string;
};

export type FixPlan = { readonly changes: readonly Change[]; readonly left: readonly Left[] };

export type Planning = {
  readonly machine: Machine;
  readonly writer: RootedWriter;
  readonly records: RecordFolder;
  readonly record: FixRecord | undefined;
  readonly profile: FixProfile;
  /** Whether what goes against the profile is to be removed. */
  readonly removes: boolean;
};

/** What a step of the plan gives: nothing, a change, or what it leaves. */
export type Step = { readonly change?: Change | undefined; readonly left: readonly Left[] };

/** A settings file of Claude Code that is somebody else's: a drop-in of administrators, or a person's own. */
export type OtherFile = {
  readonly path: string;
  readonly target: 'drop-in' | 'person';
  /** What a drop-in, which is read after our file, must not set otherwise. */
  readonly wanted: Readonly<Record<string, unknown>> | undefined;
};

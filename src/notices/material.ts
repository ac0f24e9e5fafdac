import type { Catalogue } from '../catalogue/index.ts';
import type { Policy } from '../policy/index.ts';

/** The documents there are: for the staff, for who uses an assistant, for the works council, for the impact assessment. */
export const noticeKinds = ['staff', 'charter', 'council', 'dpia'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What octroi can be used with; each may be in use in a place or not. */
export const means = ['gateway', 'egress', 'inspection', 'workstations'] as const;
export type Means = Readonly<Record<(typeof means)[number], 'used' | 'unused' | 'unknown'>>;

/** A contract the organisation holds, by the plan it is for. */
export type NoticeContract = { readonly name: string; readonly vendor: string; readonly plan: string };

/** All that a notice is written from. The same material gives the same words. */
export type NoticeMaterial = {
  readonly policy: Policy;
  readonly catalogue: Catalogue;
  /** The day it is written for: what applied then counts. */
  readonly on: Date;
  /** octroi's own version. */
  readonly version: string;
  /** The contracts of a post at hand; undefined where there is none, and the policy's own are all that is known. */
  readonly held: readonly NoticeContract[] | undefined;
  readonly means: Means;
  /** The controller, and where questions go; left to be filled in where it is undefined. */
  readonly organization: string | undefined;
  readonly contact: string | undefined;
};

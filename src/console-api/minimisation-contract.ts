import type { PartKindName } from './contract.ts';

/*
 * What the console is told of what left. Types only, as in contract.ts.
 *
 * GET /api/minimisation → MinimisationView  (kept for a minute)
 */

type SentView = { readonly bytes: number; readonly firstBytes: number };

/** What left in the last weeks, by kind of part and by week and workspace. Bytes as they stand in bodies. */
export type MinimisationView = {
  readonly from: string;
  readonly exchanges: number;
  readonly stopped: number;
  readonly countsOnly: number;
  /** There was more in that time than is read for a page; the oldest of it is shown. */
  readonly isPartial: boolean;
  readonly kinds: readonly (SentView & { readonly kind: PartKindName; readonly parts: number })[];
  /** Of what left for the first time, that which nobody asked to be read. */
  readonly unread: readonly { readonly kind: PartKindName; readonly firstBytes: number }[];
  readonly distinctFiles: { readonly files: number; readonly bytes: number };
  readonly weeks: readonly (SentView & {
    readonly week: string;
    readonly workspace: string;
    readonly exchanges: number;
  })[];
};

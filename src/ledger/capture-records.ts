import type { PartKind } from './parts.ts';
import type { Common, Sender } from './records.ts';

/** Somebody asked that content of a label be captured, approved what another asked for, or ended it. */
export type CaptureAct = Common & {
  readonly kind: 'capture_requested' | 'capture_approved' | 'capture_ended';
  readonly captureId: string;
  readonly personId: string;
  readonly label: string;
  readonly purpose: string;
  readonly days: number;
};

/**
 * What left, itself: the only kind of record that holds content, and only of a label whose capture two persons approved.
 * `content` is the part as it left, redacted where it was redacted: the text inside the JSON of the request.
 */
export type ContentCaptured = Common & {
  readonly kind: 'content_captured';
  readonly exchangeId: string;
  readonly captureId: string;
  readonly sender: Sender;
  readonly session?: string;
  readonly label: string;
  /** After this instant it is to be erased. */
  readonly until: string;
  readonly part: { readonly index: number; readonly kind: PartKind; readonly fingerprint: string };
  /** Long parts are cut: which piece this is, counted from 1, of how many. */
  readonly piece: readonly [number, number];
  readonly content: string;
};

export type CaptureRecord = CaptureAct | ContentCaptured;

import type { FindingClass, Found, Span } from './finding.ts';
import type { NumberRun } from './reading/number-run.ts';

/** Where the format is documented, and the day we read it there: absent where we knew the format and have yet to read the page. */
export type Source = { readonly url: string; readonly readOn?: string };

/**
 * Texts that show what a detector is for. In `catches`, what must be found stands between « and »; in `spares` nothing
 * may be found. They are functions, so that fake secrets exist only while a test runs.
 */
export type Examples = { readonly catches: () => readonly string[]; readonly spares: () => readonly string[] };

type Common = {
  readonly id: string;
  readonly kind: string;
  readonly class: FindingClass;
  readonly source: Source;
  /** Of two findings over the same stretch the more specific stays: a vendor's format is 3, a key's name 2, a shape 1. */
  readonly rank: 1 | 2 | 3;
  readonly examples: Examples;
};

/**
 * Looks where one of its keywords stands. Keywords are compared without case and diacritics, any digit equals any other.
 *
 * `find` gets the bounds of the keyword and reads at most 4 KB around it (16 KB for blocks such as PEM), so that a text
 * full of keywords costs no more than its length times that bound.
 */
export type KeywordDetector = Common & {
  readonly keywords: readonly string[];
  readonly find: (text: string, start: number, end: number) => Found | readonly Found[] | undefined;
};

/**
 * Looks through the 4 KB around its keywords. The engine lays the windows so that each unit of a text lies in two at most:
 * a flood of keywords costs no more than reading the text twice.
 */
export type WindowDetector = Common & {
  readonly keywords: readonly string[];
  /** Spans in the window's own offsets. */
  readonly findInWindow: (window: string) => readonly Span[];
  /** Whether a finding counts in this place; the path is that of the file the text comes from, where one is known. */
  readonly isWanted: (text: string, span: Span, path: string | undefined) => boolean;
};

/** Looks at runs of digits and their separators, which the engine reads once for all detectors of this form. */
export type NumberDetector = Common & {
  readonly findNumber: (run: NumberRun) => Span | readonly Span[] | undefined;
};

export type Detector = KeywordDetector | WindowDetector | NumberDetector;

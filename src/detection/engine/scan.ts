import type { Detector, WindowDetector } from '../detector.ts';
import { detectionError } from '../errors.ts';
import type { Finding, Found } from '../finding.ts';
import { readNumberRun } from '../reading/number-run.ts';
import { type Candidate, resolveOverlaps } from './resolve-overlaps.ts';
import type { Ruleset } from './ruleset.ts';

export type ScanOptions = {
  /** The file the text comes from, for imported rules that ask for it. */
  readonly path?: string;
  /** Asked every few kilobytes and every few hundred keywords; true ends the scan with `scan_timed_out`. */
  readonly isOver?: () => boolean;
};

const charactersBetweenLooks = 16_384;
const keywordsBetweenLooks = 256;
const windowLength = 4_096;

/**
 * Finds what is sensitive in a text.
 *
 * Findings stand in the order of the text and do not overlap. The same ruleset and text give the same findings. The
 * answer is whole or there is none: a scan whose time is over throws, so that nothing passes half looked at.
 * @throws scan_timed_out
 */
export function scan(ruleset: Ruleset, text: string, options: ScanOptions = {}): readonly Finding[] {
  return new ScanRun(ruleset, text, options).findings();
}

class ScanRun {
  readonly #ruleset: Ruleset;
  readonly #text: string;
  readonly #options: ScanOptions;
  readonly #candidates: Candidate[] = [];
  // Up to where each detector has found something or looked through: a keyword before that is not looked at again.
  readonly #doneUntil: Int32Array;
  #numbersReadUntil = 0;
  #keywords = 0;

  constructor(ruleset: Ruleset, text: string, options: ScanOptions) {
    this.#ruleset = ruleset;
    this.#text = text;
    this.#options = options;
    this.#doneUntil = new Int32Array(ruleset.keywordDetectors.length);
  }

  findings(): readonly Finding[] {
    const { keywords } = this.#ruleset;
    const tell = (rule: number, start: number, end: number) => this.#lookAt(rule, start, end);
    let state = 0;
    for (let from = 0; from < this.#text.length; from += charactersBetweenLooks) {
      this.#lookAtClock();
      const to = Math.min(from + charactersBetweenLooks, this.#text.length);
      state = keywords.walk(this.#text, { from, to, state }, tell);
    }
    return resolveOverlaps(this.#candidates);
  }

  #lookAt(rule: number, start: number, end: number): void {
    this.#keywords += 1;
    if (this.#keywords % keywordsBetweenLooks === 0) this.#lookAtClock();
    if (rule === this.#ruleset.numberRule) return this.#lookAtNumber(start);
    const detector = this.#ruleset.keywordDetectors[rule];
    if (!detector || start < (this.#doneUntil[rule] ?? 0)) return;
    if ('findInWindow' in detector) {
      this.#doneUntil[rule] = this.#lookThrough(detector, start);
      return;
    }
    const found = detector.find(this.#text, start, end);
    if (!found) return;
    const last = this.#keep(detector, found);
    if (last > start) this.#doneUntil[rule] = last;
  }

  // Returns up to where keywords need no window of their own: this one shows what stands a quarter of it behind them.
  #lookThrough(detector: WindowDetector, start: number): number {
    this.#lookAtClock();
    const from = Math.max(0, start - windowLength / 4);
    const to = Math.min(this.#text.length, from + windowLength);
    for (const span of detector.findInWindow(this.#text.slice(from, to))) {
      const placed = { start: span.start + from, end: span.end + from };
      if (detector.isWanted(this.#text, placed, this.#options.path)) this.#keepOne(detector, placed);
    }
    return to === this.#text.length ? to : to - windowLength / 4;
  }

  #lookAtNumber(start: number): void {
    if (start < this.#numbersReadUntil) return;
    const run = readNumberRun(this.#text, start);
    this.#numbersReadUntil = run.end;
    if (!run.isWorthALook) return;
    for (const detector of this.#ruleset.numberDetectors) {
      const found = detector.findNumber(run);
      if (found) this.#keep(detector, found);
    }
  }

  #keep(detector: Detector, found: Found | readonly Found[]): number {
    if ('start' in found) return this.#keepOne(detector, found);
    return found.reduce((last, span) => Math.max(last, this.#keepOne(detector, span)), 0);
  }

  #keepOne({ id, kind, class: of, rank }: Detector, { start, end, inner }: Found): number {
    const finding = { detector: id, kind, class: of, start, end };
    if (end > start) this.#candidates.push({ finding: inner ? { ...finding, inner } : finding, rank });
    return end;
  }

  #lookAtClock(): void {
    if (this.#options.isOver?.()) throw detectionError('scan_timed_out', { length: this.#text.length });
  }
}

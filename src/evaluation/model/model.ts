import type { OptionName } from './options.ts';
import type { Spread } from './spread.ts';

/** What may happen to the data of one class within a year, as it is today, and how much each option leaves of it. */
export type ClassModel = {
  readonly label: string;
  /** Exchanges a year that carry the class. */
  readonly exchanges: Spread;
  readonly incidentsPerMillion: Spread;
  /** What one incident costs. */
  readonly loss: Spread;
  /** The share of incidents that need a copy which lies at the vendor. */
  readonly keptShare: Spread;
  /** The share of exchanges that ZDR does not cover: by their model or feature. */
  readonly outsideZdr: Spread;
  /** The share of incidents that happen although what was found is redacted. */
  readonly redactionMisses: Spread;
  /** The share of incidents that happen although the class is blocked: it goes around. */
  readonly goesAround: Spread;
};

/** A cost a year that comes with an option; with `label`, only where that class is treated so. */
export type Cost = {
  readonly kind: 'running' | 'feature' | 'model' | 'price';
  readonly name: string;
  readonly option: 'redaction' | 'zdr' | 'block';
  readonly label?: string;
  readonly perYear: Spread;
};

/** At most this chance of losing more than that within a year. */
export type Tolerance = { readonly loss: number; readonly probability: number };

export type Model = {
  readonly classes: readonly ClassModel[];
  readonly costs: readonly Cost[];
  readonly tolerance: readonly Tolerance[];
};

/** What is done with each class. */
export type Choice = Readonly<Record<string, OptionName>>;

export type Run = { readonly seed: string; readonly trials: number };

/** Says how the numbers are made: changed whenever the same input would give others. */
export const engineVersion = '1';

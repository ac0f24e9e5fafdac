import type { Actor, Common } from './records.ts';

/** What can be done about a class of data. */
export type EvaluationOption = 'as_is' | 'redaction' | 'zdr' | 'zdr_redaction' | 'block';

/** What simulated years say of a year's loss. `expected` is the mean without chance, which the years are held against. */
export type LossFigures = {
  readonly mean: number;
  readonly standardError: number;
  readonly expected: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly chanceOfNone: number;
};

/** A cost a year that comes with an option, on average and at its 5 % and 95 %; with `label`, where that class is treated so. */
export type CostFigures = {
  readonly kind: 'running' | 'feature' | 'model' | 'price';
  readonly name: string;
  readonly option: 'redaction' | 'zdr' | 'block';
  readonly label?: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
};

/** How far the yearly total of loss and costs moves with one input: at its 5 % and at its 95 %. `label` is null for a cost. */
export type TornadoBar = {
  readonly label: string | null;
  readonly input: string;
  readonly atLow: number;
  readonly atHigh: number;
};

/** All classes under one choice, by label. */
export type ChoiceFigures = {
  readonly choice: Readonly<Record<string, EvaluationOption>>;
  readonly losses: LossFigures;
  readonly costs: readonly CostFigures[];
  readonly meanTotal: number;
  /** The chance of losing more within a year, for each of the evaluation's `amounts`. */
  readonly exceedance: readonly number[];
  readonly tolerance: readonly {
    readonly loss: number;
    readonly probability: number;
    readonly chance: number;
    readonly isWithin: boolean;
  }[];
  readonly tornado: readonly TornadoBar[];
};

/** What the options are worth, and how that was computed: the same engine, seed and inputs give the same figures. */
export type EvaluationFigures = {
  readonly engine: string;
  readonly seed: string;
  readonly trials: number;
  readonly classes: readonly {
    readonly label: string;
    readonly options: Readonly<Record<EvaluationOption, LossFigures>>;
  }[];
  /** Every class under the same option. */
  readonly options: Readonly<Record<EvaluationOption, ChoiceFigures>>;
  readonly chosen: ChoiceFigures | null;
  readonly amounts: readonly number[];
};

/** A volume that a decision was made for, and the one above which it is open again. Exchanges a year. */
export type DecidedVolume = { readonly exchangesPerYear: number; readonly reopensAbove: number };

/**
 * Somebody decided whether zero data retention is worth it, or what is in its stead. All it rests on stands here, so that
 * whoever reads it can tell what has changed since, and compute it again.
 */
export type ZdrDecided = Common & {
  readonly kind: 'zdr_decided';
  /** The evaluation's name; of those with the same the last one counts. */
  readonly evaluation: string;
  readonly vendor: string;
  /** As the catalogue names it, without its vendor. */
  readonly plan: string;
  readonly currency: string;
  readonly choice: Readonly<Record<string, EvaluationOption>>;
  /** Words of those who decide. */
  readonly residualRisk: string;
  readonly dpoOpinion: 'favourable' | 'with_reservations' | 'unfavourable';
  readonly dpoReasons: string;
  readonly decider: string;
  /** The last day on which it holds (UTC). */
  readonly expiresOn: string;
  /** The canonical JSON of the input, and the SHA-256 of it with what was measured for it. */
  readonly inputs: string;
  readonly inputsDigest: string;
  readonly figures: EvaluationFigures;
  /** What ZDR takes away and nobody put a price on. */
  readonly unpriced: readonly { readonly kind: 'feature' | 'model'; readonly name: string }[];
  readonly catalogueVersion: string;
  readonly catalogueDigest: string;
  /** Entries of the catalogue it rests on, each with a digest of what it says. */
  readonly premises: readonly { readonly key: string; readonly digest: string }[];
  readonly measured: { readonly from: string; readonly to: string };
  readonly volumes: Readonly<Record<string, DecidedVolume>>;
  /** Every label that had left by then. */
  readonly labelsSeen: readonly string[];
  /** Models in use that ZDR does not cover. */
  readonly modelsOutside: readonly string[];
  readonly actor: Actor;
};

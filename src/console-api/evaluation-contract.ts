/*
 * What the console is told of evaluations of zero retention. Types only, as in contract.ts. Amounts are a year's, in the
 * currency of their evaluation; shares and chances are of 1. Words for options, inputs, reasons and faults stand in
 * `messages/evaluation-text.ts`.
 *
 * GET  /api/evaluations                      → EvaluationsView
 * POST /api/evaluations/run     { text }     → RunView
 * POST /api/evaluations/decide  DecisionForm → DecidedView  (422)
 */

export const evaluationOptions = ['as_is', 'redaction', 'zdr', 'zdr_redaction', 'block'] as const;
export type EvaluationOptionName = (typeof evaluationOptions)[number];

export const dpoOpinionNames = ['favourable', 'with_reservations', 'unfavourable'] as const;

export type LossView = {
  readonly mean: number;
  readonly standardError: number;
  /** The mean by computation, which the simulated one is held against. */
  readonly expected: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly chanceOfNone: number;
};

export type CostView = {
  readonly kind: 'running' | 'feature' | 'model' | 'price';
  readonly name: string;
  readonly option: 'redaction' | 'zdr' | 'block';
  readonly label?: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
};

export type TornadoBarView = {
  readonly label: string | null;
  readonly input: string;
  readonly atLow: number;
  readonly atHigh: number;
};

export type ChoiceView = {
  readonly losses: LossView;
  readonly costs: readonly CostView[];
  readonly meanTotal: number;
  /** The chance of losing more, for each of the figures' `amounts`. */
  readonly exceedance: readonly number[];
  readonly tolerance: readonly {
    readonly loss: number;
    readonly probability: number;
    readonly chance: number;
    readonly isWithin: boolean;
  }[];
  readonly tornado: readonly TornadoBarView[];
};

export type FiguresView = {
  readonly engine: string;
  readonly seed: string;
  readonly trials: number;
  readonly classes: readonly {
    readonly label: string;
    readonly options: Readonly<Record<EvaluationOptionName, LossView>>;
  }[];
  readonly options: Readonly<Record<EvaluationOptionName, ChoiceView>>;
  readonly chosen: ChoiceView | null;
  readonly amounts: readonly number[];
};

export type UnpricedView = { readonly kind: 'feature' | 'model'; readonly name: string };

/** Why a decision is open again: the code, and what fills its words. */
export type ReopeningView = { readonly code: string } & Readonly<Record<string, string | number>>;

export type StandingView = {
  readonly state: 'decided' | 'reopened';
  readonly reasons: readonly ReopeningView[];
  readonly recordId: string;
  readonly evaluation: string;
  readonly plan: string;
  readonly currency: string;
  readonly choice: Readonly<Record<string, EvaluationOptionName>>;
  readonly decidedAt: string;
  readonly expiresOn: string;
  readonly decider: string;
  readonly residualRisk: string;
  readonly dpoOpinion: (typeof dpoOpinionNames)[number];
  readonly dpoReasons: string;
  readonly inputsDigest: string;
  readonly catalogueVersion: string;
  readonly figures: FiguresView;
  readonly unpriced: readonly UnpricedView[];
};

export type EvaluationsView = {
  readonly standings: readonly StandingView[];
  /** Plans of contracts, as `vendor/plan`, about which nothing was decided. */
  readonly undecided: readonly string[];
};

export type RunView =
  | {
      readonly kind: 'faults';
      readonly faults: readonly {
        readonly line: number;
        readonly path: string;
        readonly code: string;
        readonly detail: string;
      }[];
    }
  | {
      readonly kind: 'evaluated';
      readonly evaluation: string;
      readonly plan: string;
      readonly currency: string;
      readonly catalogueVersion: string;
      /** Whether the vendor offers zero retention with the plan. */
      readonly isZdrOffered: boolean;
      readonly measured: {
        readonly from: string;
        readonly to: string;
        readonly days: number;
        readonly exchangesPerYear: number;
      };
      readonly figures: FiguresView;
      readonly unpriced: readonly UnpricedView[];
    };

export type DecisionForm = {
  readonly text: string;
  readonly choice: Readonly<Record<string, string>>;
  readonly residualRisk: string;
  readonly dpoOpinion: string;
  readonly dpoReasons: string;
  readonly decider: string;
  readonly expiresOn: string;
};

export type DecidedView = { readonly recordId: string; readonly inputsDigest: string };

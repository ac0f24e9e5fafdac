import type { Catalogue } from '../catalogue/index.ts';

/** What the policy in force says of training, and the catalogue that modules are drawn from. */
export type TrainingRules = {
  readonly catalogue: Catalogue;
  readonly isRequired: boolean;
  /** The modules that must hold, octroi's own or others that are only recorded; empty where any one is enough. */
  readonly modules: readonly string[];
  /** How many of a hundred answers must be right. */
  readonly passPercent: number;
  readonly attemptsPerDay: number;
  readonly validMonths: number;
  readonly graceDays: number;
};

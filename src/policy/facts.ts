import type { FindingClass } from '../detection/index.ts';

/** What the terms of a plan say, as they stand on the day of the exchange. What is not known is `unknown`, never a guess. */
export type PlanFacts = {
  readonly vendor: string;
  readonly plan: string;
  readonly audience: 'consumer' | 'commercial' | 'unknown';
  readonly businessUse: 'allowed' | 'forbidden' | 'unknown';
  /** Whether the vendor trains on what is sent: unless somebody opts out, or whatever one says. */
  readonly training: 'no' | 'unless_opted_out' | 'yes' | 'unknown';
  readonly isZdrOffered: boolean;
  /** Features of the request that zero data retention does not cover there, by the names of `ExchangeFacts.features`. */
  readonly featuresOutsideZdr: readonly string[];
  /** Whether the terms let personal data pass under zero data retention only. */
  readonly personalDataNeedsZdr: boolean;
};

export type ModelFacts = {
  /** As the request names it. */
  readonly name: string;
  /** Kept by the vendor even where zero data retention is agreed. */
  readonly isOutsideZdr: boolean;
  /** Trained on whatever the plan says. */
  readonly ignoresOptOut: boolean;
};

export type PersonFacts = {
  readonly roles: readonly string[];
  /** Until when their training holds, or when it was due: a day, to its end (UTC), or an instant. */
  readonly trainingValidUntil?: string;
  /** The same by module. Where it is absent, every module holds until `trainingValidUntil`. */
  readonly trainings?: Readonly<Record<string, string>>;
  /** The instant until which they may send although their training is overdue. */
  readonly trainingExemptUntil?: string;
};

/** What is the same for all of an exchange. `workspace` and `contract` are names, as `octroi.yaml` has them. */
export type ExchangeFacts = {
  /** The instant of the decision, ISO 8601 in UTC. */
  readonly at: string;
  readonly person: PersonFacts;
  readonly workspace: string;
  readonly contract: string;
  readonly plan: PlanFacts;
  readonly model?: ModelFacts;
  /** What the request makes use of beyond messages: `files`, `batches`, `code_execution`, `mcp_connector`… */
  readonly features: readonly string[];
  /** `version` as the client gives it: `2.1.330`. */
  readonly client: { readonly name: string; readonly version?: string };
};

/** What was found in a part. A finding never holds its value. */
export type FindingFacts = { readonly class: FindingClass; readonly kind: string; readonly detector: string };

/** What a part is. `kind` is the ledger's; `label` is one that somebody gave it already, which can only make it stricter. */
export type PartFacts = {
  readonly kind: string;
  readonly path?: string;
  readonly label?: string;
  readonly findings: readonly FindingFacts[];
};

import type { EvidenceCode } from '../messages/index.ts';

/** `unknown`: nobody can say. It is a state of its own, and never counts as met. */
export type ControlState = 'met' | 'not_met' | 'unknown';

/** The controls of the posture. Their names stand in what is exported: none is ever used again for another. */
export type ControlId =
  | 'telemetry-off'
  | 'free-product-forbidden'
  | 'zdr-evaluated'
  | 'flows-audited'
  | 'people-trained'
  | 'terms-stand'
  | 'terms-watch'
  | 'catalogue-review'
  | 'contracts-review'
  | 'contracts-agree'
  | 'contracts-run'
  | 'hooks-answer'
  | 'plans-proven'
  | 'no-way-around'
  | 'telemetry-whole'
  | 'zdr-evaluated';

/**
 * One thing that a state rests on. Of what fills its text, names that end in `At` are instants
 * and names that end in `On` days.
 */
export type Evidence = {
  readonly state: ControlState;
  readonly code: EvidenceCode;
  readonly args: Readonly<Record<string, string | number>>;
};

export type Control = {
  readonly id: ControlId;
  /** The worst of its evidence: `not_met` before `unknown` before `met`. */
  readonly state: ControlState;
  readonly evidence: readonly Evidence[];
  /** A day or an instant until which it holds unless something happens; null for what is counted when it is asked. */
  readonly holdsUntil: string | null;
};

/** Somebody answers for a control that is not met, to the end of a day. It changes nothing of its state. */
export type Exception = {
  readonly owner: string;
  readonly untilOn: string;
  readonly reason: string;
  readonly isOver: boolean;
};

/** A control with who answers for its gap, and since when it is as it is by what was recorded; null where nothing was. */
export type AssessedControl = Control & { readonly exception: Exception | null; readonly since: string | null };

/** A control that rests on its evidence. Without any nobody can say. */
export function controlOf(id: ControlId, evidence: readonly Evidence[], holdsUntil: string | null = null): Control {
  const states = new Set(evidence.map(({ state }) => state));
  const worst = (['not_met', 'unknown'] as const).find((state) => states.has(state));
  return { id, state: worst ?? (states.has('met') ? 'met' : 'unknown'), evidence, holdsUntil };
}

/** The earliest of days and instants. */
export function earliest(times: readonly (string | undefined)[]): string | null {
  return times.filter((time) => time !== undefined).toSorted()[0] ?? null;
}

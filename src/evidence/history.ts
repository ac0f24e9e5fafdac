import { appendWithin, type Books, type ControlsAssessed, latestRecords } from '../ledger/index.ts';
import type { Clock, IdMaker } from '../base/index.ts';
import type { Control, ControlState } from './control.ts';
import type { Posture } from './read-posture.ts';

const mostAssessments = 400;

/** What was assessed, the newest first: a record for each change of any state. */
export async function assessments(books: Books, tenantId: string): Promise<readonly ControlsAssessed[]> {
  return latestRecords(books, tenantId, { kind: 'controls_assessed', limit: mostAssessments });
}

/** Since when a control is in its state without a break, by what was recorded; null where that says another, or nothing. */
export function sinceOf(history: readonly ControlsAssessed[], { id, state }: Control): string | null {
  const end = history.findIndex(({ states }) => states[id] !== state);
  return history[(end < 0 ? history.length : end) - 1]?.recordedAt ?? null;
}

/** One control through time, the oldest first: only where it changed. */
export type ControlHistory = readonly { readonly at: string; readonly state: ControlState }[];

export function historyOf(history: readonly ControlsAssessed[], id: string): ControlHistory {
  const turns: { at: string; state: ControlState }[] = [];
  for (const { recordedAt: at, states } of history.toReversed()) {
    const state = states[id];
    if (state !== undefined && state !== turns.at(-1)?.state) turns.push({ at, state });
  }
  return turns;
}

export type Assessing = {
  readonly books: Books;
  readonly tenantId: string;
  readonly now: Clock;
  readonly newId: IdMaker;
};

/** Records the states where any is another than the last recorded. @returns whether it did */
export async function recordAssessment({ books, tenantId, now, newId }: Assessing, posture: Posture): Promise<boolean> {
  const states = Object.fromEntries(posture.controls.map(({ id, state }) => [id, state]));
  const [last] = await latestRecords(books, tenantId, { kind: 'controls_assessed', limit: 1 });
  const isSame =
    last !== undefined &&
    Object.keys(last.states).length === posture.controls.length &&
    posture.controls.every(({ id, state }) => last.states[id] === state);
  if (isSame) return false;
  const reasons = Object.fromEntries(
    posture.controls.map(({ id, evidence }) => [id, evidence.map(({ state, code }) => `${state} ${code}`)]),
  );
  const { policyVersion, catalogueVersion } = posture;
  const recordedAt = now().toISOString();
  await books.store.inTenant(tenantId, (db) =>
    appendWithin(db, books.recordKeys, {
      kind: 'controls_assessed',
      id: newId(),
      tenantId,
      recordedAt,
      policyVersion,
      catalogueVersion,
      states,
      reasons,
    }),
  );
  return true;
}

import { dayAfter, type HeldCopy } from './copies-of.ts';
import type { LabelledBytes, MirroredExchange } from './mirrored-exchange.ts';
import type { Sweep } from './read-exchanges.ts';

type OfDay = { readonly personId: string; readonly day: string; readonly labels: Map<string | null, number> };

/** What an assistant's own transcripts on a workstation hold of one day. */
export type LocalTrace = { readonly copy: HeldCopy; readonly sent: readonly LabelledBytes[] };

/**
 * Sums what went into the transcripts that clients keep, by person and day, and says until when they stand there: by the
 * period the person's client reported with its last sweep or, where none did, by the one the policy asks for. The latter
 * are possible only: that a setting was asked for is no proof that it holds.
 */
export class LocalTraces {
  readonly #days = new Map<string, OfDay>();
  readonly #sweeps = new Map<string, Sweep>();

  add({ personId, recordedAt, added }: MirroredExchange): void {
    const day = recordedAt.slice(0, 10);
    const key = `${personId} ${day}`;
    const known = this.#days.get(key) ?? { personId, day, labels: new Map<string | null, number>() };
    for (const { label, bytes } of added) known.labels.set(label, (known.labels.get(label) ?? 0) + bytes);
    this.#days.set(key, known);
  }

  /** Sweeps come in the order of their instants: the last counts. */
  swept(sweep: Sweep): void {
    this.#sweeps.set(sweep.personId, sweep);
  }

  /** @param policyDays `localTraceDays` of the policy in force. */
  traces(policyDays: number): readonly LocalTrace[] {
    return [...this.#days.values()].map(({ personId, day, labels }) => ({
      copy: copyOf(day, this.#sweeps.get(personId), policyDays),
      sent: [...labels].map(([label, bytes]) => ({ label, bytes })),
    }));
  }
}

function copyOf(day: string, sweep: Sweep | undefined, policyDays: number): HeldCopy {
  const copy = { class: 'local_transcript', isPossible: sweep === undefined } as const;
  if (sweep && !sweep.hasSwept)
    return { ...copy, due: { kind: 'unknown', why: 'sweep_skipped' }, restsOn: ['retention_sweep'] };
  if (sweep?.periodDays !== undefined)
    return { ...copy, due: { kind: 'on', on: dayAfter(day, sweep.periodDays) }, restsOn: ['retention_sweep'] };
  return { ...copy, due: { kind: 'on', on: dayAfter(day, policyDays) }, restsOn: ['localTraceDays'] };
}

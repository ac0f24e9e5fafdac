import type { CopyClass, Due, HeldCopy } from './copies-of.ts';
import type { LabelledBytes } from './mirrored-exchange.ts';

/** Whose terms they are. */
export type Holder = { readonly vendor: string; readonly plan: string; readonly contract: string };

/** What is held under one due date: how many exchanges or files, and how much of each label. */
export type CalendarEntry = Holder & {
  readonly class: CopyClass;
  readonly isPossible: boolean;
  readonly due: Due;
  readonly count: number;
  /** The answers among it, which have no label of their own. */
  readonly answerBytes: number;
  readonly labels: readonly LabelledBytes[];
  readonly restsOn: readonly string[];
};

export type Held = {
  readonly holder: Holder;
  readonly copy: HeldCopy;
  /** How many exchanges or files it is. */
  readonly count: number;
  readonly sent: readonly LabelledBytes[];
  readonly answerBytes: number;
};

type Growing = Holder & {
  readonly copy: HeldCopy;
  readonly labels: Map<string | null, number>;
  readonly restsOn: Set<string>;
  count: number;
  answerBytes: number;
};

/**
 * Sums what is held by holder, class and due day. Memory grows by the days of the calendar, not by the exchanges.
 * What was due before `on` is passed over.
 */
export class Calendar {
  readonly #on: string;
  readonly #entries = new Map<string, Growing>();

  /** @param on a day in UTC. */
  constructor(on: string) {
    this.#on = on;
  }

  add({ holder, copy, count, sent, answerBytes }: Held): void {
    if (copy.due.kind === 'on' && copy.due.on < this.#on) return;
    const key = JSON.stringify([holder.contract, holder.vendor, holder.plan, copy.class, copy.isPossible, copy.due]);
    const entry = this.#entries.get(key) ?? {
      ...holder,
      copy,
      labels: new Map<string | null, number>(),
      restsOn: new Set<string>(),
      count: 0,
      answerBytes: 0,
    };
    entry.count += count;
    entry.answerBytes += answerBytes;
    for (const { label, bytes } of sent) entry.labels.set(label, (entry.labels.get(label) ?? 0) + bytes);
    for (const fact of copy.restsOn) entry.restsOn.add(fact);
    this.#entries.set(key, entry);
  }

  /** The entries by due day, those without one at the end. */
  entries(): readonly CalendarEntry[] {
    return [...this.#entries.values()]
      .map(({ copy, labels, restsOn, vendor, plan, contract, count, answerBytes }) => ({
        vendor,
        plan,
        contract,
        class: copy.class,
        isPossible: copy.isPossible,
        due: copy.due,
        count,
        answerBytes,
        labels: [...labels].map(([label, bytes]) => ({ label, bytes })),
        restsOn: [...restsOn],
      }))
      .toSorted((one, other) => compare(orderOf(one), orderOf(other)));
  }
}

const lastDay = '9999';

function orderOf({ due, class: of, contract, isPossible }: CalendarEntry): string {
  const day = due.kind === 'on' ? due.on : `${lastDay}${due.kind}`;
  return `${day} ${contract} ${of} ${isPossible}`;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

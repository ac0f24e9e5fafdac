import type { ExchangeDeclared } from '../../ledger/index.ts';

/** Exchanges of one hour, contract, model and label that left; `label` is empty where all of them are counted, each once. */
export type VolumeRow = {
  /** The first instant of the hour, ISO 8601 in UTC. */
  readonly onHour: string;
  readonly contractId: string;
  readonly model: string;
  readonly features: readonly string[];
  readonly label: string;
  readonly exchanges: number;
  readonly bytes: number;
  readonly firstBytes: number;
};

/** Sums of what leaves, by hour. */
export class VolumeSums {
  readonly #rows = new Map<string, { -readonly [Key in keyof VolumeRow]: VolumeRow[Key] }>();

  /** Counts an exchange, unless it was stopped or had nothing to send. */
  add({ verdict, request, recordedAt, sender, policy, labels = [] }: ExchangeDeclared): void {
    if (verdict === 'block' || request.bodyBytes === 0) return;
    const facts = {
      onHour: hourOf(recordedAt),
      contractId: sender.contractId,
      model: request.model ?? '',
      features: policy?.features?.toSorted() ?? [],
    };
    const firstBytes = labels.reduce((sum, volume) => sum + volume.firstBytes, 0);
    for (const volume of [{ label: '', bytes: request.bodyBytes, firstBytes }, ...labels]) {
      const key = JSON.stringify([...Object.values(facts), volume.label]);
      const row = this.#rows.get(key) ?? { ...facts, label: volume.label, exchanges: 0, bytes: 0, firstBytes: 0 };
      this.#rows.set(key, row);
      row.exchanges += 1;
      row.bytes += volume.bytes;
      row.firstBytes += volume.firstBytes;
    }
  }

  rows(): readonly VolumeRow[] {
    return [...this.#rows.values()];
  }
}

export function hourOf(at: string): string {
  return `${at.slice(0, 13)}:00:00.000Z`;
}

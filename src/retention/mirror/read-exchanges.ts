import {
  type Books,
  countedRecords,
  type ExchangeDeclared,
  type ExchangeFinished,
  type LedgerRecord,
} from '../../ledger/index.ts';
import type { LabelledBytes, MirroredExchange } from './mirrored-exchange.ts';

/** What a workstation last said of its own traces. */
export type Sweep = {
  readonly personId: string;
  readonly recordedAt: string;
  readonly hasSwept: boolean;
  readonly periodDays: number | undefined;
};

export type Mirrored =
  | { readonly kind: 'exchange'; readonly exchange: MirroredExchange }
  | { readonly kind: 'sweep'; readonly sweep: Sweep };

const kinds = ['exchange_declared', 'exchange_finished', 'exchange_abandoned', 'retention_sweep'] as const;

/**
 * Reads what left out of the ledger, each exchange once its end is known, those without one last. Holds the exchanges that
 * are open at the place it reads, and nothing of the others.
 * @param until the first instant that does not count.
 */
export function readMirrored(books: Books, tenantId: string, until: string): AsyncGenerator<Mirrored> {
  return mirroredIn(countedRecords(books, tenantId, { until, kinds }));
}

/** The same of records that are given in clear. */
export async function* mirroredIn(records: AsyncIterable<string>): AsyncGenerator<Mirrored> {
  const open = new Map<string, MirroredExchange>();
  const early = new EarlyEnds();
  for await (const text of records) {
    const record = JSON.parse(text) as LedgerRecord;
    if (record.kind === 'retention_sweep') yield { kind: 'sweep', sweep: sweepOf(record) };
    if (record.kind === 'exchange_declared' && record.request.bodyBytes > 0 && record.verdict !== 'block') {
      const end = early.of(record);
      if (end) yield { kind: 'exchange', exchange: closed(began(record), end) };
      else open.set(record.id, began(record));
    }
    if (record.kind !== 'exchange_finished' && record.kind !== 'exchange_abandoned') continue;
    const exchange = open.get(record.declaredBy);
    open.delete(record.declaredBy);
    if (exchange) yield { kind: 'exchange', exchange: closed(exchange, record) };
    else early.keep(record);
  }
  for (const exchange of open.values()) yield { kind: 'exchange', exchange };
}

type End = Extract<LedgerRecord, { readonly kind: 'exchange_finished' | 'exchange_abandoned' }>;

/** Records of one millisecond come in any order, so that an end may come before its beginning; it is kept for that long. */
class EarlyEnds {
  readonly #ends = new Map<string, End>();
  #at = '';

  keep(end: End): void {
    if (end.recordedAt !== this.#at) this.#ends.clear();
    this.#at = end.recordedAt;
    this.#ends.set(end.declaredBy, end);
  }

  of({ id, recordedAt }: ExchangeDeclared): End | undefined {
    return recordedAt === this.#at ? this.#ends.get(id) : undefined;
  }
}

function closed(exchange: MirroredExchange, end: End): MirroredExchange {
  return end.kind === 'exchange_finished' ? ended(exchange, end) : abandoned(exchange);
}

function began({ recordedAt, sender, request, policy, labels }: ExchangeDeclared): MirroredExchange {
  const volumes = labels ?? [{ label: null, bytes: request.bodyBytes, firstBytes: request.bodyBytes }];
  const bytesBy = (count: 'bytes' | 'firstBytes'): readonly LabelledBytes[] =>
    volumes.map((volume) => ({ label: volume.label, bytes: volume[count] }));
  return {
    count: 1,
    recordedAt,
    personId: sender.personId,
    contractId: sender.contractId,
    model: request.model,
    features: policy?.features ?? [],
    outcome: 'open',
    stopReason: undefined,
    sent: bytesBy('bytes'),
    added: bytesBy('firstBytes'),
    answerBytes: 0,
  };
}

function ended(exchange: MirroredExchange, { outcome, stopReason, answerBytes }: ExchangeFinished): MirroredExchange {
  return { ...exchange, outcome, stopReason, answerBytes };
}

function abandoned(exchange: MirroredExchange): MirroredExchange {
  return { ...exchange, outcome: 'abandoned' };
}

function sweepOf(record: Extract<LedgerRecord, { kind: 'retention_sweep' }>): Sweep {
  const { sender, recordedAt, result, periodDays } = record;
  return { personId: sender.personId, recordedAt, hasSwept: result !== 'skipped' && result !== 'failed', periodDays };
}

import { canonicalJson } from '../../base/index.ts';
import { ledgerError } from '../errors.ts';
import { type OpenedRecord, parseObject, parseOpened } from './opened-record.ts';

type Line = { readonly seq: number; readonly opened: OpenedRecord };

/** The records that came with a log, read beside its leaves: each line says which leaf it belongs to. */
export class RecordLines {
  readonly #lines: AsyncIterator<string> | undefined;
  #next: Line | undefined;
  #hasBegun = false;

  constructor(lines: AsyncIterable<string> | undefined) {
    this.#lines = lines?.[Symbol.asyncIterator]();
  }

  /** The record of the leaf at `seq`, if it came. @throws ledger_export_malformed when lines are out of their order */
  async take(seq: number): Promise<OpenedRecord | undefined> {
    if (!this.#hasBegun) await this.#advance();
    const line = this.#next;
    if (!line || line.seq > seq) return undefined;
    if (line.seq < seq) throw ledgerError('ledger_export_malformed', { detail: `seq ${line.seq}` });
    await this.#advance();
    return line.opened;
  }

  /** @throws ledger_refuted_truncated when records are left for which the log of `size` leaves has none */
  async finish(size: number): Promise<void> {
    if (this.#next) throw ledgerError('ledger_refuted_truncated', { size: this.#next.seq + 1, found: size });
  }

  async #advance(): Promise<void> {
    this.#hasBegun = true;
    const next = await this.#lines?.next();
    this.#next = next && !next.done ? parseLine(next.value) : undefined;
  }
}

/** One line of the records that go with a log. */
export function formatRecordLine(seq: number, { opening, recordText }: OpenedRecord): string {
  return canonicalJson({ seq, opening: opening.toString('base64url'), record: JSON.parse(recordText) });
}

function parseLine(text: string): Line {
  const { seq, opening, record } = parseObject(text);
  const { opened } = parseOpened(JSON.stringify({ leaf: '', opening, record }));
  if (!Number.isSafeInteger(seq) || !opened) throw ledgerError('ledger_export_malformed', { detail: 'seq' });
  return { seq: Number(seq), opened };
}

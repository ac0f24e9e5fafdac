import { ledgerError } from '../errors.ts';
import { CompactRange } from '../tree/compact-range.ts';
import { type Hash, leafHash } from '../tree/hash.ts';
import { isLogLeaf, type Leaf, parseLeaf } from '../tree/leaf.ts';
import { checkRecord, type OpenedRecord } from './opened-record.ts';
import { SeenIds } from './seen-ids.ts';

/** The keys that sign the log from the leaf at `seq` on. */
export type KeyChange = { readonly seq: number; readonly keys: readonly string[] };

// More would say nothing that these do not say.
const maxRemarks = 20;

// Records are dated before they are written, those of several requests and processes side by side, and wait for a database
// that is away (`ledger.waitMs`, 30 s): so much earlier than the latest before it one may be with every clock in order.
const unremarkableMs = 60_000;

/**
 * Goes through leaves in their order and holds each to what a log of octroi must be: one tenant, one place after the
 * other, no record twice, and every record in clear the one its leaf commits to.
 *
 * Memory: 8 bytes a leaf, to see a record twice, and little else.
 */
export class LeafWalk {
  readonly range: CompactRange;
  readonly keyChanges: KeyChange[] = [];
  readonly clockSetBack: number[] = [];
  records = 0;
  withoutRecord = 0;
  readonly #seen = new SeenIds();
  #tenant: string | undefined;
  #latest = Number.NEGATIVE_INFINITY;

  constructor(range = new CompactRange()) {
    this.range = range;
  }

  /**
   * Takes the next leaf; returns its hash.
   * @throws ledger_leaf_malformed, ledger_refuted_order, ledger_refuted_tenant, ledger_refuted_record
   */
  add(bytes: Uint8Array, opened: OpenedRecord | undefined): Hash {
    const leaf = parseLeaf(bytes);
    const index = this.range.size;
    if (leaf.seq !== index) throw ledgerError('ledger_refuted_order', { index, seq: leaf.seq });
    this.#tenant ??= leaf.tenant;
    if (leaf.tenant !== this.#tenant) throw ledgerError('ledger_refuted_tenant', { index });
    this.#date(Date.parse(leaf.time), index);
    this.#take(leaf, opened);
    const hash = leafHash(bytes);
    this.range.append(hash);
    return hash;
  }

  /** @throws ledger_refuted_twice */
  finish(): void {
    if (this.#seen.hasTwice()) throw ledgerError('ledger_refuted_twice');
  }

  #date(at: number, index: number): void {
    if (at >= this.#latest - unremarkableMs) {
      this.#latest = Math.max(this.#latest, at);
      return;
    }
    if (this.clockSetBack.length < maxRemarks) this.clockSetBack.push(index);
    this.#latest = at;
  }

  #take(leaf: Leaf, opened: OpenedRecord | undefined): void {
    if (isLogLeaf(leaf)) {
      this.keyChanges.push({ seq: leaf.seq, keys: leaf.keys });
      return;
    }
    this.#seen.add(leaf.record);
    if (opened) {
      checkRecord(leaf, opened);
      this.records += 1;
    } else this.withoutRecord += 1;
  }
}

import type { Client } from 'pg';
import { sha256Hex } from '../base/index.ts';
import type { Scoped, Store } from '../store/index.ts';
import type { RecordKeys } from './keys/record-keys.ts';
import type { SubjectKey } from './keys/seal-record.ts';
import type { LedgerRecord } from './records.ts';
import { subjectOf, textOf, toRow } from './row.ts';
import { LedgerWriter } from './writer.ts';

/** What the ledger returns for an appended record: the proof that it is on disk, and the digest of its canonical form. */
export type Receipt = {
  readonly recordId: string;
  readonly recordedAt: string;
  /** SHA-256 of the record's canonical JSON, in hexadecimal. */
  readonly digest: string;
};

export type AppendOptions = {
  /** Nobody waits for this record: it may wait some milliseconds for others, and share their commit. */
  readonly isPatient?: boolean;
  /** Whose record it is, where the record does not name the person itself. */
  readonly subjectId?: string;
};

export type Ledger = {
  /**
   * Adds one record.
   *
   * Durable when it resolves. Records of one caller that awaits each receipt are in that order; concurrent ones are in
   * any order. Appending a record whose id is there already changes nothing and succeeds. The caller never retries.
   * @throws ledger_unavailable, ledger_overloaded, ledger_write_rejected, ledger_closed
   */
  append(record: LedgerRecord, options?: AppendOptions): Promise<Receipt>;
  /** Writes what waits, then ends the connection. */
  close(): Promise<void>;
};

export type LedgerOptions = {
  readonly store: Store;
  readonly recordKeys: RecordKeys;
  /** This process. It holds an advisory lock of that name while it lives, so that others can tell. */
  readonly gatewayId: string;
  /** How long a record waits for a database that is away, in milliseconds. */
  readonly waitMs: number;
};

export function openLedger(options: LedgerOptions): Ledger {
  const { recordKeys } = options;
  // Records whose person's key is not in memory: the ledger is not closed before their key has come.
  const fetching = new Set<Promise<Receipt>>();
  const writer = new LedgerWriter({
    connection: options.store.connection,
    waitMs: options.waitMs,
    onConnect: (client) => holdProcessLock(client, options.gatewayId),
  });
  return {
    append: async (record, { isPatient = false, subjectId = subjectOf(record) } = {}) => {
      const write = async (subject: SubjectKey): Promise<Receipt> => {
        const text = textOf(record);
        await writer.write(toRow(record, text, subject), isPatient);
        return new WrittenReceipt(record, text);
      };
      const known = recordKeys.recall(record.tenantId, subjectId);
      if (known) return write(known);
      const written = recordKeys.ofSubject(record.tenantId, subjectId, options.waitMs).then(write);
      fetching.add(written);
      return written.finally(() => fetching.delete(written));
    },
    close: async () => {
      await Promise.allSettled(fetching);
      await writer.close();
    },
  };
}

/**
 * Adds one record inside a transaction of its tenant, so that an act and its record are durable together or not at all.
 * For an operator's acts; exchanges go through the group commit of `openLedger`.
 */
export async function appendWithin(db: Scoped, recordKeys: RecordKeys, record: LedgerRecord): Promise<void> {
  const subject = await recordKeys.ofSubjectWithin(db, record.tenantId, subjectOf(record));
  const row = toRow(record, textOf(record), subject);
  const leaf = {
    tenant_id: row.tenantId,
    kind: row.kind,
    recorded_at: new Date(row.recordedAt),
    class: row.class,
    policy_version: row.policyVersion || null,
    subject: row.subject,
    commitment: row.commitment,
  };
  await db
    .insertInto('ledger_record')
    .values({
      ...leaf,
      id: row.id,
      exchange_id: row.exchangeId || null,
      workspace_id: row.workspaceId || null,
      person_id: row.personId || null,
      session: row.session || null,
      verdict: row.verdict || null,
      part_kinds: null,
      retention: row.retention || null,
      subject_key_id: row.subjectKeyId,
      wrapped_key: row.wrappedKey,
      payload: row.payload,
    })
    .execute();
  await db
    .insertInto('ledger_waiting')
    .values({ ...leaf, record_id: row.id })
    .execute();
}

/** Makes the digest when it is asked for, which is seldom. */
class WrittenReceipt implements Receipt {
  readonly recordId: string;
  readonly recordedAt: string;
  readonly #body: string;

  constructor({ id, recordedAt }: LedgerRecord, body: string) {
    this.recordId = id;
    this.recordedAt = recordedAt;
    this.#body = body;
  }

  get digest(): string {
    return sha256Hex(this.#body);
  }
}

// Not awaited to be ours: after a broken connection the old session may hold it for a moment still, and it is ours too.
async function holdProcessLock(client: Client, gatewayId: string): Promise<void> {
  await client.query('select pg_try_advisory_lock_shared(hashtextextended($1, 0))', [gatewayId]);
}

import type { Client } from 'pg';
import { sha256Hex } from '../base/index.ts';
import type { Scoped, Store } from '../store/index.ts';
import type { LedgerRecord } from './records.ts';
import { toRow } from './row.ts';
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
  /** This process. It holds an advisory lock of that name while it lives, so that others can tell. */
  readonly gatewayId: string;
  /** How long a record waits for a database that is away, in milliseconds. */
  readonly waitMs: number;
};

export function openLedger(options: LedgerOptions): Ledger {
  const writer = new LedgerWriter({
    connection: options.store.connection,
    waitMs: options.waitMs,
    onConnect: (client) => holdProcessLock(client, options.gatewayId),
  });
  return {
    append: async (record, { isPatient = false } = {}) => {
      const row = toRow(record);
      await writer.write(row, isPatient);
      return { recordId: record.id, recordedAt: record.recordedAt, digest: sha256Hex(row.body) };
    },
    close: () => writer.close(),
  };
}

/**
 * Adds one record inside a transaction of its tenant, so that an act and its record are durable together or not at all.
 * For an operator's acts; exchanges go through the group commit of `openLedger`.
 */
export async function appendWithin(db: Scoped, record: LedgerRecord): Promise<void> {
  const row = toRow(record);
  await db
    .insertInto('ledger_record')
    .values({
      tenant_id: row.tenantId,
      id: row.id,
      kind: row.kind,
      recorded_at: new Date(row.recordedAt),
      exchange_id: row.exchangeId || null,
      workspace_id: row.workspaceId || null,
      person_id: row.personId || null,
      session: row.session || null,
      verdict: row.verdict || null,
      part_kinds: null,
      body: row.body,
    })
    .execute();
}

// Not awaited to be ours: after a broken connection the old session may hold it for a moment still, and it is ours too.
async function holdProcessLock(client: Client, gatewayId: string): Promise<void> {
  await client.query('select pg_try_advisory_lock_shared(hashtextextended($1, 0))', [gatewayId]);
}

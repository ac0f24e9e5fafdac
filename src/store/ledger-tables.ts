import type { ColumnType, Generated } from 'kysely';
import type { Count, Fixed, ReadOnly } from './columns.ts';

/** Bytes under one label: sent, and of that sent for the first time in their conversation. */
type SummedVolume = { readonly label: string | null; readonly bytes: number; readonly addedBytes: number };

/** What is recorded, the log over it, how far systems outside have read it, and what keeps or ends it. */
export type LedgerTables = {
  ledger_record: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    kind: Fixed<string>;
    recorded_at: Fixed<Date>;
    class: Fixed<string>;
    policy_version: Fixed<string | null>;
    exchange_id: Fixed<string | null>;
    workspace_id: Fixed<string | null>;
    person_id: Fixed<string | null>;
    session: Fixed<string | null>;
    verdict: Fixed<string | null>;
    part_kinds: Fixed<string[] | null>;
    retention: Fixed<string | null>;
    subject_key_id: Fixed<string | null>;
    subject: Fixed<Buffer>;
    commitment: Fixed<Buffer>;
    wrapped_key: Fixed<Buffer | null>;
    payload: Fixed<Buffer | null>;
    hidden_at: Fixed<Date | null>;
    erased_by: Fixed<string | null>;
  };
  ledger_readable: {
    tenant_id: ReadOnly<string>;
    id: ReadOnly<string>;
    kind: ReadOnly<string>;
    recorded_at: ReadOnly<Date>;
    class: ReadOnly<string>;
    policy_version: ReadOnly<string | null>;
    exchange_id: ReadOnly<string | null>;
    workspace_id: ReadOnly<string | null>;
    person_id: ReadOnly<string | null>;
    session: ReadOnly<string | null>;
    verdict: ReadOnly<string | null>;
    part_kinds: ReadOnly<string[] | null>;
    subject_key_id: ReadOnly<string>;
    subject: ReadOnly<Buffer>;
    commitment: ReadOnly<Buffer>;
    wrapped_key: ReadOnly<Buffer>;
    payload: ReadOnly<Buffer>;
  };
  ledger_record_in_clear: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    recorded_at: Fixed<Date>;
    body: Fixed<string>;
  };
  ledger_tenant_key: { tenant_id: Fixed<string>; sealed: Fixed<Buffer>; created_at: Fixed<Date> };
  ledger_subject_key: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    subject_id: Fixed<string>;
    wrapped: Buffer | null;
    created_at: Fixed<Date>;
  };
  ledger_waiting: {
    tenant_id: Fixed<string>;
    arrival: Generated<string>;
    record_id: Fixed<string>;
    kind: Fixed<string>;
    recorded_at: Fixed<Date>;
    class: Fixed<string>;
    policy_version: Fixed<string | null>;
    subject: Fixed<Buffer>;
    commitment: Fixed<Buffer>;
  };
  ledger_log: {
    tenant_id: Fixed<string>;
    origin: Fixed<string>;
    size: Count;
    checkpoint: string;
    checkpoint_at: Date;
    archived_at: Date;
  };
  ledger_position: { tenant_id: Fixed<string>; record_id: Fixed<string>; seq: Count };
  ledger_tile: { tenant_id: Fixed<string>; level: number; index: Count; width: number; data: Buffer };
  ledger_checkpoint: {
    tenant_id: Fixed<string>;
    size: Count;
    signed_at: Fixed<Date>;
    note: string;
    is_cosigned: boolean;
    time_stamp: Buffer | null;
  };
  ledger_signing_key: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    kind: Fixed<'ed25519' | 'ml_dsa_44'>;
    vkey: Fixed<string>;
    sealed: Fixed<Buffer>;
    created_at: Fixed<Date>;
    retired_at: Date | null;
  };
  ledger_abandoned_check: {
    tenant_id: Fixed<string>;
    closed_until: Date;
  };
  siem_cursor: {
    tenant_id: Fixed<string>;
    sink: Fixed<string>;
    next_seq: Count;
    sent: ColumnType<string, number | undefined, number>;
    sent_at: Date | null;
    failing_since: Date | null;
    fault: string | null;
    leased_by: string | null;
    leased_until: Date | null;
  };
  retention_hold: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    scope_kind: Fixed<'person' | 'conversation' | 'workspace' | 'class' | 'all'>;
    scope_value: Fixed<string>;
    reason: Fixed<string>;
    placed_by: Fixed<string>;
    placed_at: Fixed<Date>;
    until_at: Fixed<Date | null>;
    released_at: Date | null;
    released_by: string | null;
    release_reason: string | null;
  };
  sighted_line: {
    tenant_id: Fixed<string>;
    digest: Fixed<Buffer>;
    /** A day. */
    on_day: ColumnType<Date, string, never>;
  };
  evaluation_volume: {
    tenant_id: Fixed<string>;
    on_hour: Fixed<Date>;
    contract_id: Fixed<string>;
    model: Fixed<string>;
    features: Fixed<string>;
    label: Fixed<string>;
    exchanges: Fixed<number>;
    bytes: Count;
    first_bytes: Count;
  };
  evaluation_summed: { tenant_id: Fixed<string>; until: Date };
  vendor_sum: {
    tenant_id: Fixed<string>;
    facts: Fixed<string>;
    /** A day. */
    on_day: ColumnType<Date, string, never>;
    exchanges: number;
    answer_bytes: string;
    volumes: ColumnType<readonly SummedVolume[], string, string>;
  };
  retention_certificate: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    issued_at: Fixed<Date>;
    note: Fixed<string>;
  };
};

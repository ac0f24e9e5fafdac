import type { ColumnType } from 'kysely';

/** A column that is set when the row is made and never changes. */
type Fixed<T> = ColumnType<T, T, never>;

export type Tables = {
  tenant: {
    id: Fixed<string>;
    name: Fixed<string>;
    is_demo: Fixed<boolean>;
    fingerprint_key_sealed: Fixed<Buffer>;
    created_at: Fixed<Date>;
  };
  contract: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    name: Fixed<string>;
    vendor: Fixed<string>;
    plan: Fixed<string>;
    upstream_url: Fixed<string>;
    organization_id: Fixed<string | null>;
    credential_kind: Fixed<'api_key' | 'bearer'>;
    credential_sealed: Fixed<Buffer>;
    stopped_at: Date | null;
    stopped_reason: string | null;
    created_at: Fixed<Date>;
  };
  workspace: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    name: Fixed<string>;
    contract_id: string | null;
    created_at: Fixed<Date>;
  };
  person: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    pseudonym: Fixed<string>;
    name_sealed: Fixed<Buffer>;
    name_fingerprint: Fixed<string>;
    language: Fixed<'fr' | 'en'>;
    created_at: Fixed<Date>;
  };
  octroi_key: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    person_id: Fixed<string>;
    workspace_id: Fixed<string>;
    key_hash: Fixed<string>;
    hint: Fixed<string>;
    expires_at: Fixed<Date>;
    revoked_at: Date | null;
    created_at: Fixed<Date>;
  };
  ledger_record: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    kind: Fixed<string>;
    recorded_at: Fixed<Date>;
    exchange_id: Fixed<string | null>;
    workspace_id: Fixed<string | null>;
    person_id: Fixed<string | null>;
    session: Fixed<string | null>;
    verdict: Fixed<string | null>;
    part_kinds: Fixed<string[] | null>;
    body: Fixed<string>;
  };
  ledger_abandoned_check: {
    tenant_id: Fixed<string>;
    closed_until: Date;
  };
  console_link: {
    tenant_id: Fixed<string>;
    link_hash: Fixed<string>;
    created_at: Fixed<Date>;
    expires_at: Fixed<Date>;
    used_at: Date | null;
  };
  console_session: {
    tenant_id: Fixed<string>;
    session_hash: Fixed<string>;
    created_at: Fixed<Date>;
    expires_at: Fixed<Date>;
    ended_at: Date | null;
  };
};

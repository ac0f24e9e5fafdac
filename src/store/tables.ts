import type { ColumnType, Generated } from 'kysely';

/** A column that is set when the row is made and never changes. */
type Fixed<T> = ColumnType<T, T, never>;

/** A column of a view. */
type ReadOnly<T> = ColumnType<T, never, never>;

/** A bigint, which the driver reads as text. */
type Count = ColumnType<string, number, number>;

type SignedInBy = 'identity_provider' | 'password' | 'passkey';

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
  person_account: {
    tenant_id: Fixed<string>;
    person_id: Fixed<string>;
    workspace_ids: string[];
    roles: string[];
    password_hash: string | null;
    failed_attempts: number;
    locked_until: Date | null;
    disabled_at: Date | null;
    created_at: Fixed<Date>;
  };
  person_passkey: {
    tenant_id: Fixed<string>;
    credential_id: Fixed<string>;
    person_id: Fixed<string>;
    public_key: Fixed<Buffer>;
    counter: ColumnType<string, number, number>;
    transports: Fixed<string[]>;
    created_at: Fixed<Date>;
    last_used_at: Date | null;
  };
  person_invite: {
    tenant_id: Fixed<string>;
    invite_hash: Fixed<string>;
    person_id: Fixed<string>;
    challenge: string | null;
    created_at: Fixed<Date>;
    expires_at: Fixed<Date>;
    used_at: Date | null;
  };
  person_identity: {
    tenant_id: Fixed<string>;
    issuer: Fixed<string>;
    subject: Fixed<string>;
    person_id: Fixed<string>;
    created_at: Fixed<Date>;
  };
  device_sign_in: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    device_code_hash: Fixed<string>;
    user_code_hash: Fixed<string>;
    surface: Fixed<string | null>;
    interval_seconds: number;
    polled_at: Date | null;
    created_at: Fixed<Date>;
    expires_at: Fixed<Date>;
    decision: 'approved' | 'denied' | null;
    person_id: string | null;
    workspace_id: string | null;
    signed_in_by: SignedInBy | null;
    provider_token_sealed: Buffer | null;
    redeemed_at: Date | null;
  };
  sign_in_attempt: {
    tenant_id: Fixed<string>;
    attempt_hash: Fixed<string>;
    device_id: Fixed<string>;
    secrets_sealed: Buffer | null;
    person_id: string | null;
    signed_in_by: SignedInBy | null;
    provider_token_sealed: Buffer | null;
    created_at: Fixed<Date>;
    expires_at: Fixed<Date>;
  };
  client_session: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    person_id: Fixed<string>;
    workspace_id: Fixed<string>;
    surface: Fixed<string | null>;
    signed_in_by: Fixed<SignedInBy>;
    provider_token_sealed: Buffer | null;
    created_at: Fixed<Date>;
    refreshed_at: Date | null;
    expires_at: Fixed<Date>;
    ended_at: Date | null;
    end_reason: string | null;
  };
  client_token: {
    tenant_id: Fixed<string>;
    token_hash: Fixed<string>;
    session_id: Fixed<string>;
    kind: Fixed<'access' | 'refresh'>;
    created_at: Fixed<Date>;
    expires_at: Fixed<Date>;
    replaced_at: Date | null;
  };
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
  retention_certificate: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    issued_at: Fixed<Date>;
    note: Fixed<string>;
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

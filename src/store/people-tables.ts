import type { ColumnType } from 'kysely';
import type { Fixed } from './columns.ts';

type SignedInBy = 'identity_provider' | 'password' | 'passkey';

/** Who may use the post, what they hold, and how they and their clients come in. */
export type PeopleTables = {
  person_account: {
    tenant_id: Fixed<string>;
    person_id: Fixed<string>;
    workspace_ids: string[];
    password_hash: string | null;
    failed_attempts: number;
    locked_until: Date | null;
    disabled_at: Date | null;
    created_at: Fixed<Date>;
  };
  person_role: {
    tenant_id: Fixed<string>;
    person_id: Fixed<string>;
    role: Fixed<string>;
    source: Fixed<'granted' | 'identity_provider'>;
    since: Fixed<Date>;
  };
  training_attestation: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    person_id: Fixed<string>;
    module: Fixed<string>;
    /** A day, which is written as text and read by `to_char`: as a Date it would depend on where the process runs. */
    valid_until: Fixed<string>;
    document: Fixed<string | null>;
    recorded_at: Fixed<Date>;
    version: Fixed<string | null>;
    statement_version: Fixed<string | null>;
    attempt_id: Fixed<string | null>;
  };
  training_attempt: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    person_id: Fixed<string>;
    module: Fixed<string>;
    version: Fixed<string>;
    language: Fixed<'en' | 'fr'>;
    seed: Fixed<string>;
    questions: Fixed<string[]>;
    needed: Fixed<number>;
    started_at: Fixed<Date>;
    submitted_at: Date | null;
    right_answers: number | null;
  };
  training_module_version: {
    tenant_id: Fixed<string>;
    module: Fixed<string>;
    in_force_since: Fixed<Date>;
    version: Fixed<string>;
  };
  training_exemption: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    person_id: Fixed<string>;
    granted_at: Fixed<Date>;
    until: Fixed<Date>;
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
    device_id: Fixed<string | null>;
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
  console_link: {
    tenant_id: Fixed<string>;
    link_hash: Fixed<string>;
    created_at: Fixed<Date>;
    expires_at: Fixed<Date>;
    used_at: Date | null;
  };
  dual_control_request: {
    tenant_id: Fixed<string>;
    id: Fixed<string>;
    act: Fixed<string>;
    subject_id: Fixed<string>;
    reason_sealed: Fixed<Buffer>;
    requested_by: Fixed<string>;
    requested_at: Fixed<Date>;
    /** Of the request until it is decided, then of what was confirmed. */
    expires_at: Date;
    decision: 'confirmed' | 'declined' | 'withdrawn' | null;
    decided_by: string | null;
    decided_at: Date | null;
  };
  console_session: {
    tenant_id: Fixed<string>;
    person_id: ColumnType<string | null, string | null | undefined, never>;
    session_hash: Fixed<string>;
    created_at: Fixed<Date>;
    expires_at: Fixed<Date>;
    ended_at: Date | null;
  };
};

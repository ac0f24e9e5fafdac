import type { ColumnType } from 'kysely';
import type { Count, Fixed } from './columns.ts';
import type { LedgerTables } from './ledger-tables.ts';
import type { PeopleTables } from './people-tables.ts';

export type Tables = PeopleTables &
  LedgerTables & {
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
    vendor_file: {
      tenant_id: Fixed<string>;
      id: Fixed<string>;
      contract_id: Fixed<string>;
      vendor_file_id: Fixed<string>;
      workspace_id: Fixed<string | null>;
      person_id: string | null;
      record_id: string | null;
      label: Fixed<string | null>;
      media_type: Fixed<string | null>;
      bytes: Count;
      uploaded_at: Fixed<Date>;
      expires_at: Date | null;
      seen_at: Date;
      ended_at: Date | null;
      ended_as: 'deleted' | 'gone' | null;
    };
    device: {
      tenant_id: Fixed<string>;
      id: Fixed<string>;
      name: Fixed<string>;
      code_hash: string | null;
      code_expires_at: Fixed<Date>;
      public_key: string | null;
      system: 'linux' | 'macos' | 'windows' | null;
      enrolled_at: Date | null;
      revoked_at: Date | null;
      last_sequence: number;
      created_at: Fixed<Date>;
    };
    inspection_authority: {
      tenant_id: Fixed<string>;
      id: Fixed<string>;
      hosts: Fixed<string[]>;
      certificate_pem: Fixed<string>;
      key_sealed: Fixed<Buffer>;
      made_at: Fixed<Date>;
      not_after: Fixed<Date>;
    };
    device_report: {
      tenant_id: Fixed<string>;
      record_id: Fixed<string>;
      device_id: Fixed<string>;
      sequence: Fixed<number>;
      digest: Fixed<string>;
      reported_at: Fixed<Date>;
      received_at: Fixed<Date>;
      program: Fixed<string>;
      /** By the id of each control, the worst state over the persons of the device. */
      controls: ColumnType<Readonly<Record<string, 'met' | 'not_met' | 'unknown'>>, string, never>;
    };
    contract_compliance_key: {
      tenant_id: Fixed<string>;
      contract_id: Fixed<string>;
      base_url: string;
      key_sealed: Buffer;
      created_at: Date;
    };
    capture_approval: {
      tenant_id: Fixed<string>;
      id: Fixed<string>;
      label: Fixed<string>;
      purpose: Fixed<string>;
      days: Fixed<number>;
      requested_by: Fixed<string>;
      requested_at: Fixed<Date>;
      expires_at: Fixed<Date>;
      approved_by: string | null;
      approved_at: Date | null;
      ended_by: string | null;
      ended_at: Date | null;
    };
  };

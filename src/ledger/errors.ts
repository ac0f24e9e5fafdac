import { errorMaker } from '../base/index.ts';

/** What recording and reading may answer with. */
export const ledgerErrorCodes = [
  'ledger_unavailable',
  'ledger_overloaded',
  'ledger_write_rejected',
  'ledger_closed',
  'ledger_exchange_unknown',
  'ledger_unseal_failed',
] as const;

/** What keeping the log, proving from it and having it vouched for may answer with. */
export const ledgerLogErrorCodes = [
  'ledger_log_busy',
  'ledger_record_unknown',
  'ledger_size_unknown',
  'ledger_witness_failed',
  'ledger_witness_ahead',
  'ledger_time_stamp_failed',
  'ledger_time_stamp_unknown',
] as const;

/** What reading and verifying proofs, keys and logs may answer with. */
export const ledgerProofErrorCodes = [
  'ledger_note_malformed',
  'ledger_signature_invalid',
  'ledger_signature_unknown',
  'ledger_key_ambiguous',
  'ledger_key_malformed',
  'ledger_checkpoint_malformed',
  'ledger_origin_other',
  'ledger_proof_malformed',
  'ledger_tile_path_malformed',
  'ledger_tile_malformed',
  'ledger_bundle_malformed',
  'ledger_leaf_malformed',
  'ledger_export_malformed',
  'ledger_certificate_malformed',
  'ledger_refuted_certificate',
  'ledger_file_unreadable',
  'ledger_files_apart',
  'ledger_head_missing',
  'ledger_consistency_missing',
  'ledger_keys_missing',
  'ledger_leaf_missing',
  'ledger_refuted_file_missing',
  'ledger_refuted_leaf',
  'ledger_refuted_order',
  'ledger_refuted_tenant',
  'ledger_refuted_twice',
  'ledger_refuted_record',
  'ledger_refuted_record_foreign',
  'ledger_refuted_inclusion',
  'ledger_refuted_consistency',
  'ledger_refuted_root',
  'ledger_refuted_fork',
  'ledger_refuted_truncated',
  'ledger_pack_malformed',
  'ledger_refuted_pack_changed',
  'ledger_refuted_pack_missing',
  'ledger_refuted_pack_added',
  'ledger_refuted_pack_sample',
  'ledger_refuted_pack_archive',
] as const;

export type LedgerErrorCode = (typeof ledgerErrorCodes)[number];
type LedgerLogErrorCode = (typeof ledgerLogErrorCodes)[number];
export type LedgerProofErrorCode = (typeof ledgerProofErrorCodes)[number];

export const ledgerError = errorMaker<LedgerErrorCode | LedgerLogErrorCode | LedgerProofErrorCode>();

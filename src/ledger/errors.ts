import { errorMaker } from '../base/index.ts';

export const ledgerErrorCodes = [
  'ledger_unavailable',
  'ledger_overloaded',
  'ledger_write_rejected',
  'ledger_closed',
  'ledger_exchange_unknown',
] as const;

export type LedgerErrorCode = (typeof ledgerErrorCodes)[number];

export const ledgerError = errorMaker<LedgerErrorCode>();

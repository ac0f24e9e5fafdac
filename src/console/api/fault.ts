/** Why a call to octroi's API brought nothing. `away`: nobody answered; `unreadable`: something that is not octroi did. */
export class ApiFault extends Error {
  readonly code: string;
  readonly text: string;
  readonly hint: string;

  constructor(code: string, said: { readonly text?: string; readonly hint?: string } = {}) {
    super(code);
    this.name = 'ApiFault';
    this.code = code;
    this.text = said.text ?? '';
    this.hint = said.hint ?? '';
  }
}

export function isAway(fault: unknown): boolean {
  return fault instanceof ApiFault && ['away', 'unreadable', 'console_internal'].includes(fault.code);
}

export function isSignedOut(fault: unknown): boolean {
  return fault instanceof ApiFault && fault.code === 'console_not_signed_in';
}

export function isUnknownExchange(fault: unknown): boolean {
  return fault instanceof ApiFault && fault.code === 'ledger_exchange_unknown';
}

export function isUnknownRecord(fault: unknown): boolean {
  return fault instanceof ApiFault && fault.code === 'ledger_record_unknown';
}

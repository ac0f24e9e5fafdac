export const ledgerErrors = {
  ledger_unavailable: {
    text: 'The ledger could not record this exchange in time, so nothing was sent.',
    hint: 'Try again in a minute; an operator should check the database.',
  },
  ledger_overloaded: { text: 'Too much waits for the ledger, so nothing was sent.', hint: 'Try again in a moment.' },
  ledger_write_rejected: {
    text: 'The ledger refused this record, so nothing was sent.',
    hint: 'An operator should read the gateway’s log for code {detail}.',
  },
  ledger_closed: { text: 'octroi is stopping, so nothing was sent.', hint: 'Try again in a moment.' },
  ledger_exchange_unknown: {
    text: 'There is no exchange {exchangeId}.',
    hint: 'Copy the id from the list of exchanges.',
  },
  ledger_unseal_failed: {
    text: 'A record cannot be opened: it was changed in the database, or its key is another one.',
    hint: 'Check the database and the master key; restore what was changed.',
  },
} as const;

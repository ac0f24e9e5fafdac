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
  ledger_log_busy: {
    text: 'The log is being written by another process and did not come free.',
    hint: 'Try again in a moment.',
  },
  ledger_record_unknown: {
    text: 'The log holds no record {recordId}.',
    hint: 'Copy the id from the list of exchanges or from an export.',
  },
  ledger_size_unknown: {
    text: 'The log never had {size} entries, or has not begun.',
    hint: 'Ask for a size that a checkpoint names; the log begins when the post runs.',
  },
  ledger_witness_failed: {
    text: 'The witness at {url} did not cosign.',
    hint: 'Check its address and its key, and that it knows this log’s name and key.',
  },
  ledger_witness_ahead: {
    text: 'The witness at {url} has cosigned {size} entries; this log has {own}. It has lost its end.',
    hint: 'Restore the database to its last state: what was logged since is missing.',
  },
  ledger_time_stamp_failed: {
    text: 'The time-stamping authority gave no time stamp that holds ({detail}).',
    hint: 'Check its address and the root certificate that is trusted for it.',
  },
} as const;

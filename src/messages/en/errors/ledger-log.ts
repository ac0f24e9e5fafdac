/** What keeping the log, proving from it and having it vouched for may answer with. */
export const ledgerLogErrors = {
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
  ledger_time_stamp_unknown: {
    text: 'No time stamp is kept over the head of {size} entries.',
    hint: 'Heads are stamped from the day a time-stamping authority is configured (ledger.timeStampUrl).',
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

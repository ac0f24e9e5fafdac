export const retentionErrors = {
  retention_held: {
    text: 'Nothing was erased: a hold keeps it ({holds}).',
    hint: 'See octroi hold list; release the hold first, if its reason has ended.',
  },
  retention_hold_unknown: { text: 'There is no hold {holdId}.', hint: 'Copy the id from: octroi hold list' },
  retention_hold_released: { text: 'The hold {holdId} has ended already.', hint: 'See: octroi hold list' },
  retention_hold_ends_before: {
    text: 'This hold would end ({until}) before it begins.',
    hint: 'Give --until a day to come, or leave it out.',
  },
  retention_statement_invalid: {
    text: 'An order needs a reason and somebody who gives it, each in one line of 500 characters at most.',
    hint: 'Give both with --reason and --by.',
  },
  retention_class_unknown: {
    text: 'There is no class {name}.',
    hint: 'The classes and their names are shown by: octroi retention status',
  },
  retention_conversation_unknown: {
    text: 'Nothing is recorded of the conversation {session}, or it is deleted already.',
    hint: 'The id is the session’s, as an exchange shows it.',
  },
  retention_nothing_there: { text: 'There is nothing to erase.', hint: 'Look with --dry-run.' },
  retention_plan_other: {
    text: 'Nothing was erased: what is there is not what the confirmed plan said.',
    hint: 'Look again with --dry-run; new records change the plan, so shut an active person out before.',
  },
  retention_certificate_unknown: {
    text: 'There is no certificate {id}.',
    hint: 'Copy the id from: octroi retention certificates',
  },
  retention_records_in_clear: {
    text: 'Nothing was erased: records of an earlier version wait to be sealed.',
    hint: 'Start the post once (octroi up), which seals them; then erase.',
  },
} as const;

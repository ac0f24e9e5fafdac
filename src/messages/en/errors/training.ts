export const trainingErrors = {
  training_module_invalid: {
    text: 'That is no name of a module.',
    hint: 'Up to 64 small letters, digits, `.`, `_` and `-`, for example `ai-basics`.',
  },
  training_module_unknown: {
    text: 'octroi gives no module {module}.',
    hint: 'Choose one of the modules that “My trainings” lists.',
  },
  training_day_invalid: { text: 'That is no day of the calendar.', hint: 'For example: `--valid-until 2027-06-30`.' },
  training_document_invalid: {
    text: 'That names no proof.',
    hint: 'A number or an address, on one line, of up to 300 characters.',
  },
  training_attempts_spent: {
    text: 'You have tried this module {attempts} times within 24 hours.',
    hint: 'Read it once more, and try again tomorrow.',
  },
  training_attempt_unknown: { text: 'There is no such attempt of yours.', hint: 'Begin the questions again.' },
  training_attempt_over: { text: 'This attempt was handed in already.', hint: 'Begin the questions again.' },
  training_attempt_not_passed: {
    text: 'Too few answers of this attempt were right.',
    hint: 'Read the module once more, and try again.',
  },
  training_module_changed: {
    text: 'The module has changed since you began.',
    hint: 'Read what is new, and begin the questions again.',
  },
  training_statement_other: {
    text: 'The statement has changed since you read it.',
    hint: 'Load the page again, read the statement, and sign that one.',
  },
  training_hours_invalid: {
    text: 'An exemption holds for 1 to {most} hours.',
    hint: 'Choose the time until the training can be taken.',
  },
  training_reason_invalid: {
    text: 'An exemption needs a reason.',
    hint: 'Say why in 10 to 500 characters, on one line. It stands in the ledger.',
  },
  training_store_address_invalid: {
    text: 'That is no address of a learning record store.',
    hint: 'Give its https address, as in `--lrs https://lrs.example/xapi`; http only for this machine.',
  },
  training_store_refused: {
    text: 'The learning record store did not take the statements: {answer}.',
    hint: 'Check its address and its credential, then send again: what it has taken already it will not take twice.',
  },
} as const;

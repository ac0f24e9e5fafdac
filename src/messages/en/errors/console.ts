export const consoleErrors = {
  console_not_signed_in: {
    text: 'You are not signed in.',
    hint: 'Open the sign-in link that `octroi up` prints; `octroi console link` makes a new one.',
  },
  console_link_invalid: {
    text: 'This sign-in link has been used or is too old.',
    hint: 'Make a new one with `octroi console link`.',
  },
  console_origin_refused: {
    text: 'This request came from another site.',
    hint: 'Open the console itself and try again.',
  },
  console_host_unknown: {
    text: 'The console is not known under this name.',
    hint: 'Open it under the address that `octroi up` prints, or add the name to `console.hosts`.',
  },
  console_input_invalid: { text: 'What was entered for {at} is not valid.', hint: 'Correct it and try again.' },
  console_content_withheld: {
    text: 'Captured content is not shown in the console.',
    hint: 'An operator reads it with `octroi export --kind content_captured`, or proves it with `octroi ledger proof`.',
  },
  console_path_unknown: { text: 'There is nothing at this address.', hint: 'Go back to the start page.' },
  console_not_built: {
    text: 'The console has not been built.',
    hint: 'Start octroi with `npm start`, which builds it.',
  },
  console_internal: {
    text: 'octroi failed on this request.',
    hint: 'Try again; an operator finds the fault in the log.',
  },
} as const;

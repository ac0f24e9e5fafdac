export const consoleErrors = {
  console_not_signed_in: {
    text: 'You are not signed in.',
    hint: 'Sign in again; `octroi console link` makes a link that does it once.',
  },
  console_link_invalid: {
    text: 'This sign-in link has been used or is too old.',
    hint: 'Make a new one with `octroi console link`.',
  },
  console_sign_in_refused: {
    text: 'This did not sign you in.',
    hint: 'Check name and password. After several failures an account is locked for some minutes.',
  },
  console_too_many_failures: {
    text: 'Too much went wrong from this address.',
    hint: 'Wait ten minutes and try again.',
  },
  console_role_missing: {
    text: 'You are known, but nothing here is open to you.',
    hint: 'An operator gives you a workspace, or lets you in again: `octroi person enable PERSON`.',
  },
  console_right_missing: {
    text: 'Your role does not allow this (right `{right}`).',
    hint: 'Ask somebody who has it, or an operator for a role: `octroi person grant`.',
  },
  console_person_required: {
    text: 'This must be done by a person, and a sign-in link belongs to nobody.',
    hint: 'Sign in with an account of your own.',
  },
  console_provider_failed: {
    text: 'The identity provider did not sign you in.',
    hint: 'Begin again. If it lasts, an operator finds the reason in the log.',
  },
  console_person_unknown: { text: 'There is no such person.', hint: 'Load the page again.' },
  console_approval_unknown: { text: 'There is no such request.', hint: 'Load the list again.' },
  console_approval_over: {
    text: 'This request has been decided, or is older than a day.',
    hint: 'Load the list again; ask anew if it is still needed.',
  },
  console_approval_own: {
    text: 'Whoever asks cannot confirm.',
    hint: 'A second person with the right confirms it within a day.',
  },
  console_approval_missing: {
    text: 'Nobody has confirmed this for you, or it is more than a day ago.',
    hint: 'Ask for it, and have a second person confirm it.',
  },
  console_access_unconfirmed: {
    text: 'The archive holds the name behind a pseudonym and what was recorded in clear: it takes two persons.',
    hint: 'Ask on the page of an exchange of theirs who it is, and have a second person confirm it; for a day you may both make the archive. Or on the server: octroi access-request',
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
  console_pack_busy: { text: 'A pack is being made already.', hint: 'Wait until it is in the list.' },
  console_pack_unknown: {
    text: 'This pack is not kept here.',
    hint: 'Make it again; what the ledger says of it stays.',
  },
  console_pack_link_over: {
    text: 'This link to a pack has expired, or is none.',
    hint: 'Ask whoever gave it to you for another.',
  },
  console_plan_other: {
    text: 'What would be erased is no longer what you looked at.',
    hint: 'Look at it again and confirm what is shown then.',
  },
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

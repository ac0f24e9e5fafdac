export const evidenceErrors = {
  evidence_period_invalid: {
    text: '{period} is no period: it begins after its end, in the future, or is longer than {mostDays} days.',
    hint: 'Give the first and the last day, like 2026-11-01..2026-11-30.',
  },
  evidence_push_address_invalid: {
    text: 'The address of CISO Assistant is not one that a token may be sent to.',
    hint: 'Give an https address without credentials, or http on this very machine.',
  },
  evidence_push_unreachable: {
    text: '{url} cannot be reached.',
    hint: 'Check the address and the network; nothing was sent twice.',
  },
  evidence_push_refused: {
    text: '{url} did not take the library: it answered {status}.',
    hint: '401 or 403: check the token and its rights. 400: the library may be there already in this version.',
  },
  evidence_aware_invalid: {
    text: 'Nobody can have known before it happened ({at}), nor in the future.',
    hint: 'Give the instant at which somebody of the controller came to know of it, UTC.',
  },
} as const;

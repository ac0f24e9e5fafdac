export const evidenceErrors = {
  evidence_period_invalid: {
    text: '{period} is no period: it begins after its end, in the future, or is longer than {mostDays} days.',
    hint: 'Give the first and the last day, like 2026-11-01..2026-11-30.',
  },
} as const;

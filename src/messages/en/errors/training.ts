export const trainingErrors = {
  training_module_invalid: {
    text: 'A module is named by 1 to 64 small letters, digits, dots, underscores and hyphens.',
    hint: 'For example: `--module ai-basics`.',
  },
  training_day_invalid: { text: 'That is no day of the calendar.', hint: 'For example: `--valid-until 2027-06-30`.' },
  training_document_invalid: {
    text: 'A reference to the proof is 1 to 300 characters, without control characters.',
    hint: 'Give the number or the address under which the proof lies.',
  },
} as const;

export const policyErrors = {
  policy_invalid: {
    text: 'The policy has faults ({count}):{faults}',
    hint: '`octroi policy check` says of each what it means.',
  },
  policy_cases_invalid: {
    text: 'The cases have faults:{faults}',
    hint: 'docs/guide/write-a-policy.md shows what a case may say.',
  },
  policy_cases_unmet: {
    text: '{unmet} of {count} cases are decided otherwise than they expect.',
    hint: 'Change the policy or the case; `octroi policy test` tells each with its line.',
  },
  policy_repository_labels_invalid: {
    text: 'The repository’s labels have faults:{faults}',
    hint: 'It may give globs to labels that the company has: `octroi policy show` lists them.',
  },
} as const;

export const policyErrors = {
  policy_invalid: {
    text: 'The policy has faults ({count}):{faults}',
    hint: '`octroi policy check` says of each what it means.',
  },
  policy_cases_invalid: {
    text: 'The cases have faults:{faults}',
    hint: 'docs/guide/write-a-policy.md shows what a case may say.',
  },
  policy_repository_labels_invalid: {
    text: 'The repository’s labels have faults:{faults}',
    hint: 'It may give globs to labels that the company has: `octroi policy show` lists them.',
  },
} as const;

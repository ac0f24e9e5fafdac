export const policyErrors = {
  policy_invalid: {
    text: 'The policy has faults ({count}):{faults}',
    hint: '`octroi policy check` says of each what it means.',
  },
  policy_folder_empty: {
    text: 'The policy folder {folder} has neither octroi.yaml nor a *.cedar file.',
    hint: 'Put them there, or do not name the folder: octroi’s own policy then holds.',
  },
  policy_file_missing: {
    text: '{file} of the policy in force is gone; the policy stays in force.',
    hint: 'Put it back. To go on without it, restart octroi.',
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

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
  policy_bundle_not_signed: {
    text: 'This is no signed bundle of the policy.',
    hint: 'Make one: octroi policy bundle --signing-key KEY.pem --out bundle.json.',
  },
  policy_bundle_key_not_pinned: {
    text: 'The bundle is signed by {keys}, and none of these keys is trusted here.',
    hint: 'Name the key with --key, as `octroi policy bundle` printed it.',
  },
  policy_bundle_signature_invalid: {
    text: 'The bundle’s signature by {keys} is wrong: it was changed, or damaged on its way.',
    hint: 'Fetch it again from where it is made.',
  },
  policy_bundle_foreign: {
    text: 'The bundle has the form {schema}, which this version does not read.',
    hint: 'Make the bundle and check the workstation with the same version of octroi.',
  },
  policy_bundle_too_old: {
    text: 'The bundle of {madeAt} held until {holdsUntil}.',
    hint: 'Make a new one (octroi policy bundle), and check the workstation’s clock.',
  },
} as const;

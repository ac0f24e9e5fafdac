export const retentionCaptureErrors = {
  retention_capture_unknown: {
    text: 'There is no capture {capture}.',
    hint: 'Copy the id from `octroi capture list`.',
  },
  retention_capture_invalid: {
    text: 'A capture needs a label, a purpose of 10 to 500 characters, and 1 to {most} days.',
    hint: 'For example: `--label internal --purpose "incident 4711, what left" --days 7`.',
  },
  retention_capture_role_missing: {
    text: 'Captures are asked for and approved by persons with one of the roles {roles}.',
    hint: 'Have an operator give you the role.',
  },
  retention_capture_same_person: {
    text: 'Whoever asked for a capture cannot approve it.',
    hint: 'Ask a second person with the role.',
  },
  retention_capture_closed: {
    text: 'This capture was approved, ended, or left for too long.',
    hint: 'See `octroi capture list`, and ask anew.',
  },
} as const;

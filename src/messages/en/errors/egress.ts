export const egressErrors = {
  egress_log_unrecognised: {
    text: 'The log {file} is in no format that octroi recognises.',
    hint: 'Name its format: `--format`. A table needs its header line; a rotated file may have lost it.',
  },
  egress_log_ambiguous: {
    text: 'The log {file} may be in several formats: {formats}.',
    hint: 'Name the one it is: `--format`.',
  },
} as const;

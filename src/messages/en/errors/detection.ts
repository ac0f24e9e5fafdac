export const detectionErrors = {
  scan_timed_out: {
    text: 'The inspection of a text of {length} characters took too long, so nothing was sent.',
    hint: 'Try again; an operator may raise the time that inspection may take, or look at imported rules.',
  },
  detection_rules_not_toml: {
    text: 'The rules are no valid TOML (line {line}).',
    hint: 'Check the file with `gitleaks detect --config`, and correct the line named here.',
  },
  detection_rule_unsupported: {
    text: 'Rule {rule} (line {line}) uses {construct}, which octroi does not support.',
    hint: 'Remove it or write the rule another way. Nothing of the file was taken.',
  },
  detection_rule_invalid: {
    text: 'Rule {rule} (line {line}) is not valid: {construct}.',
    hint: 'Correct it. Nothing of the file was taken.',
  },
  detection_rule_too_slow: {
    text: 'Rule {rule} (line {line}) is too large to be read in bounded time.',
    hint: 'Make its pattern simpler: bound repetitions to some hundreds.',
  },
  detection_dictionary_invalid: {
    text: 'Entry {index} of the dictionary cannot be used ({reason}).',
    hint: 'Terms have three characters or more, listed values 5 to 40 letters and digits; a kind is made of small letters, digits and underscores, 24 at most.',
  },
  detection_mapping_conflict: {
    text: 'Two values would have got the same stand-in ({kind}), so nothing was sent.',
    hint: 'Report it with this text.',
  },
} as const;

/** What stands around every module: the statement, and the words of its numbers. Names in braces are filled in. */
export const trainingFrame = {
  statement:
    'I have read the module “{title}” in its version {version} and answered its questions myself. I use for work only the accounts and ways my company has given me, I look at what leaves before it leaves, and I report a mistake the same day.',
  loginNotice: 'What you send needs an up-to-date training on AI assistants: {address}',
  packageGo: 'The questions and the attestation are at {address}: they are scored there, and not in this course.',
  packageDone: 'I have read this',
  years: '{count} years',
  numbers: 'In your company, in numbers',
  numbersPeriod: 'Between {from} and {until}, {count} exchanges of {persons} persons were refused.',
  numbersKind: '{kind}: {count} exchanges',
  numbersReason: 'For the reason {reason}: {count} exchanges',
  numbersFew:
    'Nothing is told yet: numbers are shown only where they come from {least} persons or more, so that nobody can be made out in them.',
} as const;

export const catalogueErrors = {
  catalogue_invalid: {
    text: 'The catalogue is not valid:{faults}',
    hint: 'Correct these; every value needs its source, its dates and a value its criterion knows.',
  },
  catalogue_plan_unknown: {
    text: 'The catalogue has no plan {plan} of {vendor}.',
    hint: 'List the plans with: octroi catalogue show',
  },
  catalogue_file_not_signed: {
    text: 'This file is no signed catalogue.',
    hint: 'Sign one with: octroi catalogue export --signing-key FILE',
  },
  catalogue_key_invalid: {
    text: 'This is no Ed25519 key.',
    hint: 'Keys for signing are PEM files (openssl genpkey -algorithm ed25519); pinned keys are the 44 characters that export prints.',
  },
  catalogue_key_not_pinned: {
    text: 'The catalogue is signed by a key that is not pinned ({keys}).',
    hint: 'If you trust it, add the public key to `catalogue.keys`; if not, ask where the file comes from.',
  },
  catalogue_signature_invalid: {
    text: 'The catalogue’s signature is wrong ({keys}): the file was changed after it was signed.',
    hint: 'Fetch it again from where it was published. Nothing was taken.',
  },
  catalogue_not_newer: {
    text: 'The catalogue {version} is no newer than {current}, which is in force.',
    hint: 'An older catalogue is never taken. Nothing was changed.',
  },
  catalogue_not_approved: {
    text: 'What was approved ({given}) is not this catalogue ({digest}).',
    hint: 'Run the import without --approve, read what it would change, and approve the digest it prints.',
  },
} as const;

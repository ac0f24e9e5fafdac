/** What the report on minimisation says. */
export const cliMinimisation = {
  'minimisation.summary':
    'Say what left by kind, first or resent, asked for or not, and what other rules would have saved',
  'minimisation.workspace': 'of this workspace alone (default: all)',
  'minimisation.repository': 'a Git work tree whose files are compared with what left; only their sizes are read',
  'minimisation.policy': 'a policy folder: what left is decided again by it',
  'minimisation.notes':
    'Bytes are counted as they stand in bodies. An exchange that was held back is not among them, nor one that was erased.\nWhich repository a file is of the ledger does not know: compare with the workspace that works in it.',
  'minimisation.head':
    '{exchanges} exchanges, {bytes} bytes of bodies; {stopped} more were held back, of {countsOnly} only counts are kept.',
  'minimisation.kind': 'kind',
  'minimisation.parts': 'parts',
  'minimisation.bytes': 'bytes',
  'minimisation.first': 'first time',
  'minimisation.again': 'resent',
  'minimisation.unread': 'Sent though nobody asked for it: {bytes} bytes, {percent} % of what left for the first time',
  'minimisation.week': 'week of',
  'minimisation.inWorkspace': 'workspace',
  'minimisation.exchanges': 'exchanges',
  'minimisation.files':
    '{files} distinct texts of files, {bytes} bytes; the repository has {repositoryFiles} files, {repositoryBytes} bytes: {percent} %',
  'minimisation.saved':
    'By these rules, of {looked} exchanges that left, {exchanges} would have been stopped ({bytes} bytes), {redacted} more changed.',
  'minimisation.savedUnknown': 'Of {unknown} of them a fact that the rules ask for is not on record.',
} as const;

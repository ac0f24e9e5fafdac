/** The page of what leaves, by kind and week. */
export const minimisationTexts = {
  'minimisation.title': 'What leaves',
  'minimisation.lead':
    'How much left in the last eight weeks, of what kind, and how much of it nobody asked to be read.',
  'minimisation.kinds': 'By kind',
  'minimisation.weeks': 'By week and workspace',
  'minimisation.none': 'Nothing left in these weeks',
  'minimisation.noneSays': 'Exchanges that were held back are under Exchanges.',
  'minimisation.sums': '{exchanges} exchanges left since {from}; {stopped} were held back.',
  'minimisation.countsOnly': 'Of {count} only counts are kept.',
  'minimisation.partial': 'There is more in this time than a page reads: `octroi minimisation` reads all of it.',
  'minimisation.unread':
    '{bytes} left though nobody asked for it: {share} of what left for the first time. Files of instructions, the state of Git, what commands printed.',
  'minimisation.files': '{files} distinct texts of files, {bytes}.',
  'minimisation.rules':
    '`octroi minimisation --policy FOLDER` says what a rule would have kept in, `--repository FOLDER` what that is of a repository.',
  'minimisation.column.kind': 'Kind',
  'minimisation.column.parts': 'Parts',
  'minimisation.column.first': 'First time',
  'minimisation.column.again': 'Resent',
  'minimisation.column.share': 'Share',
  'minimisation.column.week': 'Week of',
  'minimisation.column.workspace': 'Workspace',
  'minimisation.column.exchanges': 'Exchanges',
} as const;

/** Texts that depend on a number. */
export const consoleCounts = {
  'exchanges.held': { one: '{count} new exchange', other: '{count} new exchanges' },
  'row.moreFiles': { one: 'and {count} more', other: 'and {count} more' },
  'row.filesAgain': { one: '{count} file sent again', other: '{count} files sent again' },
  'exchange.pieces': { one: '{count} piece', other: '{count} pieces' },
  'exchange.againPieces': { one: '{count} piece sent again', other: '{count} pieces sent again' },
  'exchange.firstPieces': {
    one: '{count} piece sent for the first time',
    other: '{count} pieces sent for the first time',
  },
  'row.foundAgain': { one: '{count} finding as before', other: '{count} findings as before' },
  'found.secret': { one: '{count} secret', other: '{count} secrets' },
  'found.personal': { one: '{count} piece of personal data', other: '{count} pieces of personal data' },
  'found.dictionary': { one: '{count} company word', other: '{count} company words' },
  'inspection.redacted': {
    one: '{count} finding was replaced by a stand-in',
    other: '{count} findings were replaced by stand-ins',
  },
  'inspection.kept': {
    one: '{count} finding stayed as it was, in a thought that the vendor sealed',
    other: '{count} findings stayed as they were, in thoughts that the vendor sealed',
  },
  'inspection.withheld': {
    one: '{count} finding stands in what did not leave',
    other: '{count} findings stand in what did not leave',
  },
  'inspection.restored': {
    one: '{count} value was put back into the answer',
    other: '{count} values were put back into the answer',
  },
  'exchange.countsFound': {
    one: '{count} sensitive value was found in it, history included.',
    other: '{count} sensitive values were found in it, history included.',
  },
  'inspection.again': {
    one: '{count} finding stands in what is sent again: it was counted when it first left.',
    other: '{count} findings stand in what is sent again: they were counted when they first left.',
  },
  'finding.moreMarks': { one: '{count} more', other: '{count} more' },
  'finding.moreValues': { one: '{count} more finding', other: '{count} more findings' },
  'finding.placesMore': { one: 'and {count} more place', other: 'and {count} more places' },
  'catalogue.factCount': { one: '{count} fact', other: '{count} facts' },
  'alarm.facts': {
    one: '{count} fact of the catalogue is stale',
    other: '{count} facts of the catalogue are stale',
  },
  'posture.otherChanges': {
    one: '{count} other paragraph changed with it',
    other: '{count} other paragraphs changed with it',
  },
  'contracts.days': { one: '{count} day', other: '{count} days' },
} as const;

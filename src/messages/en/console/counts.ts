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
} as const;

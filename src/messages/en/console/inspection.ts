/** What was found in an exchange, and what became of it. */
export const inspectionTexts = {
  'found.token': '{vendor} token or key',
  'found.kindCount': '{kind} × {count}',

  'findingClass.secret': 'Secret',
  'findingClass.personal': 'Personal data',
  'findingClass.dictionary': 'Company word',

  'handling.redacted': 'Redacted',
  'handling.kept': 'Kept',
  'handling.withheld': 'Did not leave',

  'inspection.title': 'Inspection',
  'inspection.sentence': 'It was inspected before it left: {redacted}; {restored}; {unscanned}.',
  'inspection.sentenceShort': 'It was inspected: {redacted}; {unscanned}.',
  'inspection.none': 'This exchange is from a time when octroi did not look for secrets and personal data yet.',
  'inspection.nothingFound': 'nothing sensitive was found',
  'inspection.restoredNone': 'no value had to be put back into the answer',
  'inspection.restoredUnknown': 'what was put back into the answer is not known',
  'inspection.allRead': 'every byte could be looked at',
  'inspection.unread': '{bytes} could not be looked at (pictures, documents, seals)',
  'inspection.new': 'New in this exchange:',
  'inspection.rules': 'Version of the rules: {ruleset}.',
  'inspection.leftLength': 'With stand-ins the body that left had {bytes}.',

  'finding.bytes': 'bytes {from}–{to}',
  'finding.bodyBytes': 'bytes {from}–{to} of the body',
  'finding.rule': 'found by',
  'finding.fingerprintOf': 'fingerprint of finding {number} in piece {piece}',
  'finding.inPiece': 'Found in piece {piece}',
  'finding.first': 'new',
  'finding.again': 'sent again',
  'finding.masked': 'octroi keeps no text: grey blocks stand for it, by length only.',
} as const;

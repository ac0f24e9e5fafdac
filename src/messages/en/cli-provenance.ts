/** What the commands about provenance say. */
export const cliProvenance = {
  'provenance.summary': 'Say which lines of a file, commit or range came from which exchange',
  'provenance.repository': 'the Git work tree (default: the folder you are in)',
  'provenance.format': 'text, trailers (lines for a commit’s message) or spdx (annotations of SPDX 2.3)',
  'option.marks': 'read marks from standard input instead of a work tree',
  'option.lines': 'list the lines',
  'option.notes': 'write a note for each commit under refs/notes/octroi',
  'provenance.notes':
    'WHAT is a file, a commit, a range (A..B), or staged. Text stays in the work tree: lines are recognised by keyed marks that\nthe gateway took of what the model wrote. A line is counted for an exchange that ended before it was committed. What two\npersons may write by chance is unsure; what another tool wrote, or an exchange that was erased, is other.',
  'provenance.read':
    '{lines} lines, held against {read} exchanges; of {unread} of them it is not known what was written.',
  'provenance.verbatim': 'as the model wrote them',
  'provenance.edited': 'changed since the model wrote them',
  'provenance.unsure': 'unsure: too little to say',
  'provenance.other': 'like nothing in the ledger',
  'provenance.bare': 'too short to tell',
  'provenance.column.exchange': 'exchange',
  'provenance.column.at': 'at',
  'provenance.column.person': 'person',
  'provenance.column.model': 'model',
  'provenance.column.plan': 'plan',
  'provenance.column.terms': 'terms of',
  'provenance.column.counts': 'as written/changed/unsure',
  'provenance.noted': 'Notes on {commits} commits: git log --notes=octroi',
  'provenanceMarks.summary': 'Make the marks of a file, commit or range, for a post that is elsewhere',
  'provenanceMarks.notes':
    'Needs no installation and no network. What it prints holds paths, commits and digests of lines, and no text. Digests of\nshort lines can be guessed: hand them to your own post alone.',
  'provenanceDossier.summary':
    'Make the dossier on a contested passage: records, proofs, terms of that day, conditions',
  'provenanceDossier.from': 'its first line (default: 1)',
  'provenanceDossier.to': 'its last line (default: the file’s last)',
  'provenanceDossier.out': 'the file to write (default: octroi-dossier.zip); none is written over',
  'provenanceDossier.notes':
    'It says which conditions of the vendor’s clause are met, not met or unknown, each with its source. Whether the clause\ncovers a claim is for counsel.',
  'provenanceDossier.done': '{file}: {bytes} bytes, {exchanges} exchanges',
} as const;

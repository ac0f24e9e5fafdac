/** What the commands about packs of evidence say. */
export const cliEvidence = {
  'option.period': 'the days it is of, both included: 2026-11-01..2026-11-30 (UTC; must be given)',
  'evidencePack.summary': 'Make a pack of evidence for auditors: one signed ZIP that verifies offline',
  'evidencePack.language': 'fr or en: in which its documents are written (default: yours)',
  'evidencePack.out': 'the file to write (default: octroi-FROM-UNTIL.zip); none is written over',
  'evidencePack.notes':
    'In it: the posture with evidence and clauses, a PDF summary, the signed head of the log with proofs of entries that the\nhead itself draws, OSCAL, the register of processing, processors, trainings, certificates of erasure, events, and the\nverifier. That it was made is a record. The posture is that of now, whatever the period.',
  'evidencePack.done': '{file}: {bytes} bytes, {entries} entries proven, SHA-256 {digest}',
  'evidencePack.next':
    'Hand it over with the keys of `octroi ledger keys`, each by another way. The auditor runs: octroi verify {file} --key KEYS',
  'evidenceLibrary.summary': 'Write the controls as a library of CISO Assistant (YAML), or add it to an instance',
  'option.push': 'the instance to add it to; its token is read from standard input',
  'evidenceLibrary.pushed': 'The library is in it: {url}',
  'evidenceLibrary.notes':
    'The library has English and French. It holds the controls and the clauses they speak to, and no state.',
  'evidenceBreach.summary': 'Draw up the file of a breach from an exchange: what article 33 asks for, and the 72 hours',
  'option.aware-at':
    'when somebody of the controller came to know of it (UTC; must be given): the clock runs from there',
  'evidenceBreach.notes': 'What is not known is said to be. Whether it is a breach, octroi does not decide.',
} as const;

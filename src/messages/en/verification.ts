/** What `octroi verify` says when nothing speaks against the files. Braces are filled from the verdict. */
export const verification = {
  checkpoint:
    'Proven: the log {origin} has signed a head of {size} entries with root {root}; not proven: what the entries are, nor that everybody was shown this head.',
  consistency:
    'Proven: the log {origin} had {oldSize} entries and has {size} now, and none of the first was changed, removed or moved; not proven: what the entries say.',
  proof:
    'Proven: this record is entry {index} of the log {origin}, under the signed head of {size} entries, and reads as it was logged; not proven: that what it says is true, nor what else the log holds.',
  proofWithoutRecord:
    'Proven: this entry is number {index} of the log {origin}, under the signed head of {size} entries; not proven: what its record said, which is not in the file.',
  export:
    'Proven: these are the entries {index} to {last} of the log {origin} without a gap, under the signed head of {size} entries, and the {records} records told in clear read as they were logged; not proven: the {withoutRecord} records that were left out or erased, nor that what the records say is true.',
  log: 'Proven: the {size} entries of the log {origin}, its tiles and {checkpoints} earlier checkpoints all agree with its signed head, and the {records} records told in clear read as they were logged; not proven: the {withoutRecord} records that are not here, nor that what the records say is true.',
  certificate:
    'Proven: the log {origin} attests, in entry {index} under its signed head of {size} entries, that octroi erased {records} records ({byClass}) at {issuedAt}; ground: {ground}; on the order of: {by}; reason: {reason}; keys of persons destroyed: {keys}; rows removed beside the records: {rows}. Not proven: that no copy was kept outside octroi.',
  pack: 'Proven: the log {origin} has signed this pack, made at {madeAt} for {from} to {until} (scope: {scope}); its {files} files are the ones that were packed; {proofs} entries drawn by the signed head from the {of} of the period are in the log, {records} of them with their record as it was logged; {certificates} certificates of erasure hold. Not proven: that what the records say is true, nor that every entry of the period was counted.',
  packAbsent: 'Not in this pack: {absent}.',
  packWhole: 'the whole organisation',
  'ground.lifetime_over': 'their lifetime was over',
  'ground.conversation_deleted': 'their conversation was deleted',
  'ground.person_erased': 'a person was erased',
  'ground.key_destroyed': 'they came after their person was erased',
  certificateRemains:
    'What remains: the entries in the log (kind, class, time and values that lead to nobody), this certificate and its tombstone; and, until the database reuses their place, old bytes in its files and its write-ahead log.',
  certificateSums:
    'What had left for a vendor stays counted, in sums by day that name nobody: that it was erased here takes nothing back from there.',
  certificateBackups:
    'Backups made before may hold what was erased, for {backupDays} days at most as the operator says.',
  certificateBackupsUnsaid: 'How long backups are kept that may hold what was erased, the operator has not said.',
  erased: 'Of the records that are not here, {erased} were erased, as the file says; each names its tombstone.',
  untrusted:
    'But no key was given: the files agree with themselves, which a forger’s would too. Get the log’s key from somebody you trust and give it with --key.',
  signedAt: 'Signed at {signedAt}, by the log’s own clock.',
  witnesses: 'Cosigned by: {witnesses}.',
  noWitness: 'No witness whose key you gave has cosigned this head, so others may have been shown another one.',
  unchecked: '{unchecked} signatures were not checked: their keys were not given, or this Node does not know them.',
  missing:
    '{missing} of the keys you gave for this log have not signed this head: they were replaced, or a signature was taken off it.',
  longestSilence: 'The longest time without a head was from {from} until {until}.',
  clockSetBack:
    'These entries are dated more than a minute before what they follow: {places}. A clock was set back there, or they were held up.',
  usage:
    'Usage: node octroi-verify.mjs FILE… --key KEY [--origin NAME] [--json]\n\nFILE: a proof, an export, a log’s folder (and checkpoints kept from before), a checkpoint, or two; a pack of evidence, its ZIP or its folder.\nKEY: a file with the keys you trust, one a line, or such a key itself; may be given again.\nExit codes: 0 proven, 1 refuted, 2 wrong call, 3 cannot be told.',
} as const;

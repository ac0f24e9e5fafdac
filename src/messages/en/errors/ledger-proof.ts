/** What speaks against a file that was to be verified, or keeps it from being verified. */
export const ledgerProofErrors = {
  ledger_note_malformed: {
    text: 'This is no signed note ({detail}).',
    hint: 'Get the file again, byte for byte; an editor may have changed its line ends.',
  },
  ledger_signature_invalid: {
    text: 'The signature of {name} does not hold: the text was changed, or another key has signed under that name.',
    hint: 'Take the file for forged until its sender has explained it.',
  },
  ledger_signature_unknown: {
    text: 'None of the keys you trust has signed this head for this log.',
    hint: 'Check that --key names the log’s own key; after a change of keys, verify the whole log with the old one.',
  },
  ledger_key_ambiguous: { text: 'Two keys are named {name} and have the same id.', hint: 'Give only one of them.' },
  ledger_key_malformed: {
    text: 'A verification key cannot be read.',
    hint: 'A key is one line, NAME+ID+KEY, as `octroi ledger keys` prints it.',
  },
  ledger_checkpoint_malformed: {
    text: 'The signed text is no checkpoint of a log.',
    hint: 'A checkpoint has the log’s name, its size and its root, each on a line.',
  },
  ledger_origin_other: {
    text: 'This is of the log {found}, not of {expected}.',
    hint: 'Put the files of one log together.',
  },
  ledger_proof_malformed: {
    text: 'The proof cannot be read ({detail}).',
    hint: 'Get it again; between two heads of different sizes, make one with `octroi ledger consistency`.',
  },
  ledger_tile_path_malformed: { text: '{path} names no tile.', hint: 'See c2sp.org/tlog-tiles for the names.' },
  ledger_tile_malformed: { text: 'A tile has another length than its name says.', hint: 'Export the log again.' },
  ledger_bundle_malformed: { text: 'A bundle of entries is cut off or holds too many.', hint: 'Export the log again.' },
  ledger_leaf_malformed: {
    text: 'An entry of the log is none that octroi writes.',
    hint: 'Take the log for forged until its sender has explained it.',
  },
  ledger_certificate_malformed: {
    text: 'This is no certificate of erasure as octroi writes it.',
    hint: 'Get the file again from where it came.',
  },
  ledger_refuted_certificate: {
    text: 'The certificate is not the one that its tombstone in the log attests to.',
    hint: 'Do not rely on it; ask whoever gave it to you for the one octroi issued.',
  },
  ledger_export_malformed: {
    text: 'The export cannot be read ({detail}).',
    hint: 'Make it again with `octroi export --verifiable`.',
  },
  ledger_file_unreadable: {
    text: 'Nothing can be verified from this: {file}',
    hint: 'Give a proof, an export, a log’s folder (and checkpoints kept from before), one checkpoint or two.',
  },
  ledger_files_apart: {
    text: 'These files do not go together, so nothing is said of them.',
    hint: 'Give one proof, export or certificate at a time; only a log’s folder goes with heads kept from before, and a head with another or with a proof of growth.',
  },
  ledger_head_missing: {
    text: 'A proof that the log has grown says nothing alone: the head that was kept is missing.',
    hint: 'Give it with the head of {size} entries that you kept.',
  },
  ledger_consistency_missing: {
    text: 'The heads are of {oldSize} and of {size} entries; from them alone it cannot be told whether one grew into the other.',
    hint: 'Ask for the proof, `octroi ledger consistency {oldSize}`, and give it in the place of the newer head.',
  },
  ledger_keys_missing: {
    text: 'No key was given and none came with the file, so nothing can be said.',
    hint: 'Get the log’s key from somebody you trust and give it with --key.',
  },
  ledger_leaf_missing: {
    text: 'The proof brings no entry, so there is nothing that it proves.',
    hint: 'Make it with `octroi ledger proof`, which puts the entry beside it.',
  },
  ledger_refuted_file_missing: {
    text: 'The log is not whole: {path} is missing.',
    hint: 'Get the whole folder; if it was whole, entries were removed.',
  },
  ledger_refuted_leaf: {
    text: 'An entry was changed: {path} does not follow from the entries.',
    hint: 'Compare the folder with another copy of the log.',
  },
  ledger_refuted_order: {
    text: 'Entry {index} says that it is entry {seq}: entries were inserted, removed or put in another order.',
    hint: 'Compare with another copy of the log.',
  },
  ledger_refuted_tenant: {
    text: 'Entry {index} belongs to another tenant.',
    hint: 'Compare with another copy of the log.',
  },
  ledger_refuted_twice: {
    text: 'The log holds one record twice.',
    hint: 'Ask the operator which of the two is meant.',
  },
  ledger_refuted_record: {
    text: 'The record of entry {index} was changed: it is not what was logged.',
    hint: 'Ask for the record again; the log itself still holds.',
  },
  ledger_refuted_record_foreign: {
    text: 'The record of entry {index} says another tenant, kind, id or time than its entry.',
    hint: 'Ask for the record again, and for an explanation.',
  },
  ledger_refuted_inclusion: {
    text: 'The proof does not lead from entry {index} to the signed root.',
    hint: 'Take the proof for forged until its sender has explained it.',
  },
  ledger_refuted_consistency: {
    text: 'The log of {size} entries does not continue the one of {oldSize}: something in it was changed or removed.',
    hint: 'Keep both heads: together they prove it.',
  },
  ledger_refuted_root: {
    text: 'The entries do not lead to the signed root of {size} entries: something was changed, removed or added.',
    hint: 'Ask for the export again, and compare.',
  },
  ledger_refuted_fork: {
    text: 'There are two logs: at {size} entries, the signed root is another than the one these entries have.',
    hint: 'Keep both: together they prove it.',
  },
  ledger_refuted_truncated: {
    text: 'The end is missing: {size} entries were signed for, {found} are here.',
    hint: 'Ask for the rest; if there is none, entries were removed.',
  },
  ledger_pack_malformed: {
    text: 'This is not the manifest of a pack of evidence, or it was cut off.',
    hint: 'Ask for the pack again.',
  },
  ledger_refuted_pack_changed: {
    text: '{file} was changed: it is not the file that was packed.',
    hint: 'Ask for the pack again, and compare the two files.',
  },
  ledger_refuted_pack_missing: {
    text: '{file} is missing: it was in the pack when its manifest was signed.',
    hint: 'Ask for the pack again.',
  },
  ledger_refuted_pack_added: {
    text: '{file} was added: the signed manifest does not have it.',
    hint: 'Take it out, and ask who put it there.',
  },
  ledger_refuted_pack_sample: {
    text: 'The entries proven are not the ones that the signed head draws: somebody chose them.',
    hint: 'Ask for the pack again, and for an explanation.',
  },
  ledger_refuted_pack_archive: {
    text: 'The archive itself was changed at {file}: a header, a date or a checksum is not what octroi writes.',
    hint: 'Where it was only packed anew, unpack it and verify the folder.',
  },
} as const;

import { sha256Hex } from '../../base/index.ts';
import { ledgerError } from '../errors.ts';
import { openNote } from '../tree/note.ts';
import { parseTlogProof } from '../tree/tlog-proof.ts';
import { openHead, parseKeys, type Trust } from './open-head.ts';
import {
  drawSample,
  type PackFacts,
  packNames,
  parsePack,
  proofName,
  sampleSeed,
  sampleSize,
} from './pack-manifest.ts';
import type { Verdict } from './verdict.ts';
import { verifyCertificate } from './verify-certificate.ts';
import { verifyProof } from './verify-proof.ts';

/** The files of a pack, from its ZIP or its folder. */
export type PackFiles = {
  /** Every file there is, with slashes. */
  readonly names: readonly string[];
  readonly read: (name: string) => Promise<Buffer>;
  /** The file at which the archive is not as octroi writes it, whatever stands in the files. */
  readonly unlike?: string;
};

/**
 * Verifies a pack: the log's key has signed its manifest, every file is the one that was packed and none came or went, its
 * sample is the one that the head draws, and each of its proofs and certificates holds.
 * @throws the errors of verifying proofs and certificates; ledger_pack_malformed, ledger_refuted_pack_changed, _missing,
 *   _added and _sample, each naming the file
 */
export async function verifyPack(pack: PackFiles, trust: Trust): Promise<Verdict> {
  const text = async (name: string): Promise<string> => (await readOf(pack, name)).toString('utf8');
  const note = await text(packNames.manifest);
  // Keys that came with the pack prove nothing; but what does not even agree with them is refuted all the same.
  const keys = trust.keys.length > 0 ? trust.keys : await includedKeys(pack);
  const opened = openNote(note, keys);
  const facts = parsePack(opened.text);
  await checkFiles(pack, facts);
  const checkpoint = await text(packNames.checkpoint);
  const { head } = openHead(checkpoint, trust, keys);
  if (!opened.verified.some(({ name }) => name === head.origin)) throw ledgerError('ledger_signature_unknown');
  checkSample(checkpoint, facts);
  const within: Trust = { keys, origin: head.origin };
  const records = await provenRecords(facts, checkpoint, { text, within });
  const certificates = Object.keys(facts.files).filter((name) => /^retention\/[^/]+\.json$/.test(name));
  for (const name of certificates) verifyCertificate(await text(name), within);
  const { tenant, madeAt, period, scope, sample, absent } = facts;
  return {
    ...head,
    what: 'pack',
    records,
    withoutRecord: sample.entries.length - records,
    pack: {
      tenant,
      madeAt,
      period,
      scope,
      absent,
      files: Object.keys(facts.files).length,
      proofs: sample.entries.length,
      of: sample.of,
      certificates: certificates.length,
    },
  };
}

async function readOf({ names, read }: PackFiles, file: string): Promise<Buffer> {
  if (!names.includes(file)) throw ledgerError('ledger_refuted_pack_missing', { file });
  return read(file);
}

async function includedKeys(pack: PackFiles): Promise<Trust['keys']> {
  return parseKeys((await readOf(pack, packNames.keys)).toString('utf8'));
}

async function checkFiles(pack: PackFiles, { files }: PackFacts): Promise<void> {
  for (const [file, { bytes, sha256 }] of Object.entries(files)) {
    const found = await readOf(pack, file);
    if (found.length !== bytes || sha256Hex(found) !== sha256)
      throw ledgerError('ledger_refuted_pack_changed', { file });
  }
  const added = pack.names.find((name) => name !== packNames.manifest && !Object.hasOwn(files, name));
  if (added !== undefined) throw ledgerError('ledger_refuted_pack_added', { file: added.slice(0, 200) });
  if (pack.unlike !== undefined) throw ledgerError('ledger_refuted_pack_archive', { file: pack.unlike });
}

function checkSample(checkpoint: string, facts: PackFacts): void {
  const { seed, first, of, entries } = facts.sample;
  const drawn = drawSample({ seed, first, of }, sampleSize);
  if (seed !== sampleSeed(checkpoint, facts) || String(drawn) !== String(entries))
    throw ledgerError('ledger_refuted_pack_sample');
}

type Reading = { readonly text: (name: string) => Promise<string>; readonly within: Trust };

async function provenRecords({ sample }: PackFacts, checkpoint: string, { text, within }: Reading): Promise<number> {
  let records = 0;
  for (const entry of sample.entries) {
    const proof = await text(proofName(entry));
    const verdict = verifyProof(proof, within);
    if (verdict.index !== entry || parseTlogProof(proof).checkpoint !== checkpoint)
      throw ledgerError('ledger_refuted_pack_sample');
    records += verdict.records ?? 0;
  }
  return records;
}

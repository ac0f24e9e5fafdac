import { ledgerError } from '../errors.ts';
import { isLogLeaf, parseLeaf } from '../tree/leaf.ts';
import { openNote } from '../tree/note.ts';
import { parseTlogProof } from '../tree/tlog-proof.ts';
import { certificateDigest, parseCertificate, parseCertificateFile } from './certificate.ts';
import type { Trust } from './open-head.ts';
import { parseObject, parseOpened } from './opened-record.ts';
import type { Verdict } from './verdict.ts';
import { verifyProof } from './verify-proof.ts';

/**
 * Verifies a certificate of erasure: the log's own key has signed it, its tombstone is in that log and, where the tombstone
 * can still be read, it attests to this very text.
 * @throws the errors of `verifyProof`; ledger_certificate_malformed, ledger_refuted_certificate
 */
export function verifyCertificate(fileText: string, trust: Trust): Verdict {
  const { certificate, proof } = parseCertificateFile(fileText);
  const verdict = verifyProof(proof, trust);
  const { text, verified } = openNote(certificate, trust.keys);
  if (!verified.some(({ name }) => name === verdict.origin)) throw ledgerError('ledger_signature_unknown');
  const facts = parseCertificate(text);
  const { leafText, opened } = parseOpened(Buffer.from(parseTlogProof(proof).extra ?? []).toString('utf8'));
  const leaf = parseLeaf(Buffer.from(leafText));
  const isOfLeaf =
    !isLogLeaf(leaf) &&
    leaf.kind === 'records_erased' &&
    leaf.record === facts.tombstone &&
    leaf.tenant === facts.tenant &&
    leaf.time === facts.issuedAt;
  const attested = opened && parseObject(opened.recordText)['certificateDigest'];
  if (!isOfLeaf || (opened && attested !== certificateDigest(text))) throw ledgerError('ledger_refuted_certificate');
  return { ...verdict, what: 'certificate', certificate: facts };
}

import { canonicalJson, type Json, sha256Hex } from '../../base/index.ts';
import { ledgerError } from '../errors.ts';
import { parseNote } from '../tree/note.ts';
import { parseObject } from './opened-record.ts';

/** What an erasure attests to. It names nobody but by ids, the one who ordered it, and what they gave as reason. */
export type CertificateFacts = {
  readonly tombstone: string;
  readonly tenant: string;
  readonly issuedAt: string;
  readonly ground: string;
  readonly reason: string;
  readonly by: string;
  readonly scope: { readonly kind: string; readonly value: string };
  readonly records: number;
  readonly byClass: Readonly<Record<string, number>>;
  readonly recordsDigest: string;
  /** The ids of the persons' keys that were destroyed. */
  readonly destroyedKeys: readonly string[];
  /** Rows beside the records that were removed, by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** What is left of it, by codes that `messages` explains. */
  readonly remains: readonly string[];
  /** For how many days backups may still hold ciphertext and keys; 0: nobody has said. */
  readonly backupDays: number;
};

/** A certificate as it is handed out: the signed note, and the proof that its tombstone is in the log. */
export type CertificateFile = { readonly certificate: string; readonly proof: string };

const heading = 'octroi/erasure-certificate@1';
const fileFormat = 'octroi/erasure@1';

/** The text that the log's key signs. */
export function formatCertificate(facts: CertificateFacts): string {
  return `${heading}\n${canonicalJson(facts)}\n`;
}

/** SHA-256 of a certificate's text, which its tombstone holds. */
export function certificateDigest(text: string): string {
  return sha256Hex(text);
}

/** @throws ledger_certificate_malformed */
export function parseCertificate(text: string): CertificateFacts {
  const [first, body = '', ...rest] = text.split('\n');
  if (first !== heading || rest.length !== 1 || rest[0] !== '') throw ledgerError('ledger_certificate_malformed');
  const facts = parseObject(body);
  const { tombstone, tenant, issuedAt, ground, records, recordsDigest, backupDays } = facts;
  const isText = [tombstone, tenant, issuedAt, ground, recordsDigest].every((each) => typeof each === 'string');
  if (
    !isText ||
    !Number.isSafeInteger(records) ||
    !Number.isSafeInteger(backupDays) ||
    canonicalJson(facts as Json) !== body
  )
    throw ledgerError('ledger_certificate_malformed');
  return facts as CertificateFacts;
}

/** Reads what a signed certificate says, whoever signed it. @throws ledger_certificate_malformed, ledger_note_malformed */
export function openCertificate(note: string): CertificateFacts {
  return parseCertificate(parseNote(note).text);
}

export function formatCertificateFile({ certificate, proof }: CertificateFile): string {
  return `${canonicalJson({ octroi: fileFormat, certificate, proof })}\n`;
}

/** How such a file begins: canonical JSON has its members in the order of their names. */
export const certificateFileBeginning = `{"certificate":"${heading}`;

/** @throws ledger_certificate_malformed */
export function parseCertificateFile(text: string): CertificateFile {
  const { octroi, certificate, proof } = parseObject(text);
  if (octroi !== fileFormat || typeof certificate !== 'string' || typeof proof !== 'string')
    throw ledgerError('ledger_certificate_malformed');
  return { certificate, proof };
}

/** SHA-256 over ids of records in their order, each with a line feed: what a tombstone says of which they were. */
export function digestOfIds(ids: readonly string[]): string {
  return sha256Hex(
    ids
      .toSorted()
      .map((id) => `${id}\n`)
      .join(''),
  );
}

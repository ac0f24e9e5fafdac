import type { CertificateFacts } from './certificate.ts';

/**
 * What a verification found. It is only made when nothing spoke against the files; what speaks against them is thrown,
 * as one of the `ledger_…` errors.
 */
export type Verdict = {
  readonly what: 'checkpoint' | 'consistency' | 'proof' | 'export' | 'log' | 'certificate' | 'pack';
  /** Whether a key that the reader brought has signed. Without one the files only agree with themselves. */
  readonly isTrusted: boolean;
  readonly origin: string;
  readonly size: number;
  /** The root hash in base64: what the reader may compare with another copy. */
  readonly root: string;
  /** When the head was signed, by the log's clock, if a signature says so. */
  readonly signedAt?: string;
  /** The names of witnesses whose keys the reader brought and who have cosigned. */
  readonly witnesses: readonly string[];
  /** How many signatures on the head were not checked: their keys are not known here, or not to this Node. */
  readonly unchecked: number;
  /** How many of the log's keys that are known have no signature on the head: replaced since, or taken off. */
  readonly missing: number;
  /** `proof`: the leaf's place. `consistency`: the old size. `export` and `log`: the first leaf and how many. */
  readonly index?: number;
  readonly oldSize?: number;
  readonly leaves?: number;
  /** How many records were there in clear and are what the log committed to. */
  readonly records?: number;
  /** How many leaves speak of a record that is not there: left out, or erased. */
  readonly withoutRecord?: number;
  /** How many of these the file says were erased. */
  readonly erased?: number;
  /** What a certificate of erasure attests to. */
  readonly certificate?: CertificateFacts;
  /** What a pack of evidence is of, and how much of it was held against its signed manifest. */
  readonly pack?: {
    readonly tenant: string;
    readonly madeAt: string;
    readonly period: { readonly from: string; readonly until: string };
    readonly scope: string | null;
    /** What is not in it, by a code that says why. */
    readonly absent: Readonly<Record<string, string>>;
    readonly files: number;
    readonly proofs: number;
    /** How many entries the period has, of which the proofs were drawn. */
    readonly of: number;
    readonly certificates: number;
  };
  /** The places where a leaf is dated more than a minute before what it follows: a clock was set back. */
  readonly clockSetBack?: readonly number[];
  /** How many earlier checkpoints were held against the log. */
  readonly checkpoints?: number;
  /** The longest time between two signed heads of a log: what happened then is not seen in its heads. */
  readonly longestSilence?: { readonly from: string; readonly until: string };
  /** The keys that sign the log now. */
  readonly keys?: readonly string[];
};

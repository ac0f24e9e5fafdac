import { canonicalJson, type Json, sha256Hex } from '../../base/index.ts';
import { ledgerError } from '../errors.ts';
import { parseObject } from './opened-record.ts';

/** A file of a pack as its manifest has it. */
export type PackedFile = { readonly bytes: number; readonly sha256: string };

/** Which entries of the log were drawn, and from which: anybody can draw them again. */
export type PackSample = {
  /** `sampleSeed` of the head, the period and the scope: nobody chooses it. */
  readonly seed: string;
  /** The first entry of the period and how many there are from it on; -1 and 0 where there is none. */
  readonly first: number;
  readonly of: number;
  readonly entries: readonly number[];
};

/** What a pack is, and every file in it but the manifest. */
export type PackFacts = {
  readonly tenant: string;
  readonly madeAt: string;
  /** Days in UTC; both are in it. */
  readonly period: { readonly from: string; readonly until: string };
  /** A workspace's name, or null for the whole organisation. */
  readonly scope: string | null;
  readonly language: string;
  readonly octroi: string;
  readonly policyVersion: string;
  readonly catalogueVersion: string;
  readonly sample: PackSample;
  /** What belongs in a pack and is not in this one, by a code that says why. */
  readonly absent: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, PackedFile>>;
};

/** Names of files that verification reads. */
export const packNames = { manifest: 'manifest.note', checkpoint: 'log/checkpoint', keys: 'log/keys.txt' } as const;

const heading = 'octroi/evidence-pack@1';

/** The text that the log's key signs. */
export function formatPack(facts: PackFacts): string {
  return `${heading}\n${canonicalJson(facts as Json)}\n`;
}

/** @throws ledger_pack_malformed */
export function parsePack(text: string): PackFacts {
  const [first, body = '', ...rest] = text.split('\n');
  if (first !== heading || rest.length !== 1 || rest[0] !== '') throw ledgerError('ledger_pack_malformed');
  const facts = parseObject(body) as Partial<PackFacts>;
  const { files, sample, period, tenant, madeAt } = facts;
  const isWhole =
    typeof tenant === 'string' &&
    typeof madeAt === 'string' &&
    typeof period?.from === 'string' &&
    typeof period.until === 'string' &&
    typeof sample?.seed === 'string' &&
    Number.isSafeInteger(sample.first) &&
    Number.isSafeInteger(sample.of) &&
    Array.isArray(sample.entries) &&
    typeof files === 'object' &&
    canonicalJson(facts as Json) === body;
  if (!isWhole) throw ledgerError('ledger_pack_malformed');
  return facts as PackFacts;
}

/** By what a pack's sample is drawn: the signed head, which nobody can choose, and what the pack is of. */
export function sampleSeed(checkpoint: string, { period, scope }: Pick<PackFacts, 'period' | 'scope'>): string {
  return sha256Hex(`${checkpoint}\n${canonicalJson({ period, scope })}`);
}

/** Draws at most `most` of the entries from `first` on, by a seed; in their order, each once. */
export function drawSample({ seed, first, of }: Omit<PackSample, 'entries'>, most: number): readonly number[] {
  if (of <= most) return Array.from({ length: of }, (_, at) => first + at);
  const drawn = new Set<number>();
  for (let turn = 0; drawn.size < most; turn += 1) {
    // 48 bits against at most a few thousand millions: no remainder that would tell.
    const number = Number.parseInt(sha256Hex(`${seed}:${turn}`).slice(0, 12), 16);
    drawn.add(first + (number % of));
  }
  return [...drawn].toSorted((one, other) => one - other);
}

/** How many entries are drawn from a period at most. */
export const sampleSize = 25;

/** Where the proof of an entry lies. */
export function proofName(entry: number): string {
  return `log/proofs/${String(entry).padStart(9, '0')}.tlog-proof`;
}
